package org.openhersys.identity.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;

/**
 * アカウント, as it is seen at the login door.
 *
 * @param passwordHash null until activated
 * @param sealedSecret the sealed TOTP seed; null until enrolled
 */
public record Account(
    UUID id,
    UUID organisationId,
    String loginId,
    String displayName,
    Role role,
    boolean shared,
    boolean active,
    @Nullable String passwordHash,
    byte @Nullable [] sealedSecret) {

  /** Whether its TOTP is confirmed. */
  public boolean enrolled() {
    return sealedSecret != null;
  }
}
