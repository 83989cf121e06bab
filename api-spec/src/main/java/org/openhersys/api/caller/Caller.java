package org.openhersys.api.caller;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the verified token says. The database checks it again at each transaction
 * ({@code identity.enter}).
 *
 * @param sessionId null at the door, before there is one
 * @param principalId the account or the machine client
 * @param role null for a machine
 * @param scopes empty for a person
 * @param operator who sits at a shared account, as named at login; else null
 */
public record Caller(
    Kind kind,
    @Nullable UUID sessionId,
    UUID principalId,
    UUID organisationId,
    @Nullable Role role,
    Set<String> scopes,
    @Nullable String operator) {

  /** A person with a role, or a machine with scopes. */
  public enum Kind {
    HUMAN,
    MACHINE
  }

  /**
   * Somebody at the door of an account who has shown to be its holder and is not logged in: no
   * session, nobody else named.
   */
  public static Caller atDoor(UUID account, UUID organisation, Role role) {
    return new Caller(Kind.HUMAN, null, account, organisation, role, Set.of(), null);
  }

  /**
   * The session of somebody who is logged in, or of a machine.
   *
   * @throws IllegalStateException at the door, before there is one
   */
  public UUID openSession() {
    if (sessionId == null) {
      throw new IllegalStateException("nobody is logged in");
    }
    return sessionId;
  }

  /** The role's name for the database; null for a machine. */
  public @Nullable String roleName() {
    return role == null ? null : role.name();
  }
}
