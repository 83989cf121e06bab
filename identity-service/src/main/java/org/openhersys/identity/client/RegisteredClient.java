package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;

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
    @Nullable UUID createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt,
    int version) {

  /** What of it a merge patch can change. */
  ClientChange changeable() {
    return new ClientChange(name, active);
  }

  /**
   * The 412 for somebody who had another version in hand.
   *
   * @param wanted what it should have become
   * @param changedBy the organisation that made the present state, or null
   */
  ProblemException stale(ClientChange.Judged wanted, @Nullable String changedBy) {
    List<String> differences = new ArrayList<>();
    if (!name.equals(wanted.name())) {
      differences.add("/name");
    }
    if (wanted.active() != active) {
      differences.add("/active");
    }
    return ProblemException.stale(tag(), changedBy, differences);
  }

  /** The same for somebody who wanted other keys. */
  ProblemException stale(JsonNode wanted, @Nullable String changedBy) {
    boolean same = PublicKeys.kept(wanted).equals(jwks);
    return ProblemException.stale(tag(), changedBy, same ? List.of() : List.of("/jwks"));
  }

  /** The entity tag: one for keys, name and state together. */
  String tag() {
    return ETags.strong("client", version);
  }
}
