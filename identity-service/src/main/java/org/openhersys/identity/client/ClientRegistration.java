package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.problem.Finding;

/**
 * システム間連携クライアントの登録, as it is asked for.
 *
 * @param jwks public keys (RFC 7517), as they were sent: not to be logged, there may be a private
 *     one among them
 * @param tokenUrlAudience null is false
 */
public record ClientRegistration(
    UUID organisationId,
    String name,
    List<String> scopes,
    JsonNode jwks,
    Boolean tokenUrlAudience) {

  /** What is wrong with it, whoever's client it is to be. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (organisationId == null) {
      findings.add(ClientChange.required("/organisationId"));
    }
    findings.addAll(ClientChange.ofName(name));
    if (scopes == null || scopes.isEmpty()) {
      findings.add(ClientChange.required("/scopes"));
    }
    findings.addAll(PublicKeys.findings(jwks));
    return findings;
  }

  boolean namesTheTokenUrl() {
    return Boolean.TRUE.equals(tokenUrlAudience);
  }
}
