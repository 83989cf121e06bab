package org.openhersys.identity.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;

/**
 * Accounts in the database, one at a time: whoever knocks sees the account that was named and no
 * other.
 */
@Singleton
public class AccountRecords {
  /** Knocks with a login id; empty when there is no such account. */
  public Optional<Account> knock(Handle handle, String loginId) {
    return atDoor(handle, handle.createQuery("select identity.knock(:it)").bind("it", loginId));
  }

  /** Knocks with an enrolment; empty when there is no such enrolment. */
  public Optional<Account> knockEnrolment(Handle handle, UUID enrolment) {
    return atDoor(
        handle, handle.createQuery("select identity.knock_enrolment(:it)").bind("it", enrolment));
  }

  /** Knocks with the digest of an activation code; empty when it is unknown, used or over. */
  public Optional<Account> knockActivation(Handle handle, byte[] digest, Instant now) {
    return atDoor(
        handle,
        handle
            .createQuery("select identity.knock_activation(:it, :now)")
            .bind("it", digest)
            .bind("now", now.atOffset(ZoneOffset.UTC)));
  }

  private static Optional<Account> atDoor(Handle handle, org.jdbi.v3.core.statement.Query knock) {
    UUID id = knock.mapTo(UUID.class).one();
    if (id == null) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            select a.id, a.organisation_id, a.login_id, a.display_name, a.role, a.shared,
                   a.state = 'ACTIVE' and o.active as active, identity.hash_at_door() as password_hash, t.sealed_secret
            from identity.account a
            join identity.organisation o on o.id = a.organisation_id
            left join identity.totp t on t.account_id = a.id
            where a.id = :id
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new Account(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation_id", UUID.class),
                    row.getString("login_id"),
                    row.getString("display_name"),
                    Role.valueOf(row.getString("role")),
                    row.getBoolean("shared"),
                    row.getBoolean("active"),
                    row.getString("password_hash"),
                    row.getBytes("sealed_secret")))
        .findOne();
  }

  /** The caller's own account, as at the door. */
  Account own(Handle handle, Caller caller) {
    String loginId =
        handle
            .createQuery("select login_id from identity.account where id = :id")
            .bind("id", caller.principalId())
            .mapTo(String.class)
            .one();
    return knock(handle, loginId).orElseThrow();
  }

  /** Sets the caller's own password; every other session of the account is over. */
  void changeOwnPassword(Handle handle, String hash) {
    handle
        .createQuery("select identity.change_own_password(:hash)")
        .bind("hash", hash)
        .map((row, context) -> true)
        .one();
  }
}
