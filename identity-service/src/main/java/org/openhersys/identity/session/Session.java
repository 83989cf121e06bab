package org.openhersys.identity.session;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;
import org.openhersys.identity.organisation.OrganisationKind;

/** セッション: a person's login, as the person may see it. */
public record Session(
    UUID id,
    SessionAccount account,
    SessionOrganisation organisation,
    Role role,
    @Nullable String operator,
    OffsetDateTime createdAt,
    OffsetDateTime expiresAt) {

  /** The account that logged in. */
  public record SessionAccount(UUID id, String loginId, String displayName) {}

  /** The organisation it belongs to. */
  public record SessionOrganisation(UUID id, String code, OrganisationKind kind, String name) {}
}
