package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.http.ETags;

/**
 * システム間連携クライアント, as its managers see it.
 *
 * @param id the {@code client_id}
 * @param createdBy the account that registered it; null where a directory was loaded with it
 */
public record RegisteredClient(
    UUID id,
    OrganisationReference organisation,
    String name,
    List<String> scopes,
    JsonNode jwks,
    boolean tokenUrlAudience,
    boolean active,
    UUID createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt,
    int version) {

  /** The entity tag: one for keys, name and state together. */
  String tag() {
    return ETags.strong("client", version);
  }
}
