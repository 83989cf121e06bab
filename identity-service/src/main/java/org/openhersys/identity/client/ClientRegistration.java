package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * システム間連携クライアントの登録, as it is asked for.
 *
 * @param jwks public keys (RFC 7517), as they were sent: not to be logged, there may be a private
 *     one among them
 * @param tokenUrlAudience null is false
 */
public record ClientRegistration(
    @Nullable UUID organisationId,
    @Nullable String name,
    @Nullable List<@Nullable String> scopes,
    @Nullable JsonNode jwks,
    @Nullable Boolean tokenUrlAudience) {

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

  /** What is asked for, when nothing is wrong with it, its scopes among it. */
  Judged judged() {
    return new Judged(
        Objects.requireNonNull(organisationId),
        Objects.requireNonNull(name),
        List.copyOf(Objects.requireNonNull(scopes)),
        Objects.requireNonNull(jwks),
        Boolean.TRUE.equals(tokenUrlAudience));
  }

  /** All that is needed is there. */
  record Judged(
      UUID organisationId,
      String name,
      List<String> scopes,
      JsonNode jwks,
      boolean tokenUrlAudience) {}
}
