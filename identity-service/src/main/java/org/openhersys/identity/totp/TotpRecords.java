package org.openhersys.identity.totp;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Seeds and enrolments in the database; the transaction stands at the door of their account. */
@Singleton
public class TotpRecords {

  /**
   * Uses a step up: each is good once, and none before it is good afterwards. One conditional
   * update decides among many.
   *
   * @return whether it was still good
   */
  public boolean use(Handle handle, UUID account, long step) {
    return handle
            .createUpdate(
                "update identity.totp set last_step = :step where account_id = :account and last_step < :step")
            .bind("step", step)
            .bind("account", account)
            .execute()
        == 1;
  }

  /**
   * Begins an enrolment; an earlier one of the account, and its copy of a seed, is over with it.
   */
  void insertEnrolment(
      Handle handle, UUID id, UUID account, byte[] sealedSecret, OffsetDateTime expiresAt) {
    handle
        .createUpdate("delete from identity.totp_enrolment where account_id = :account")
        .bind("account", account)
        .execute();
    handle
        .createUpdate(
            """
            insert into identity.totp_enrolment (id, account_id, sealed_secret, expires_at)
            values (:id, :account, :secret, :expiresAt)
            """)
        .bind("id", id)
        .bind("account", account)
        .bind("secret", sealedSecret)
        .bind("expiresAt", expiresAt)
        .execute();
  }

  /** The sealed seed of an enrolment that still awaits its first code; locks it. */
  Optional<byte[]> openEnrolment(Handle handle, UUID id, java.time.Instant now) {
    return handle
        .createQuery(
            """
            select sealed_secret from identity.totp_enrolment
            where id = :id and expires_at > :now
            for update
            """)
        .bind("id", id)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(byte[].class)
        .findOne();
  }

  /**
   * Makes the enrolment's seed the account's; no second copy of it stays.
   *
   * @return false when the account has one already
   */
  boolean confirm(Handle handle, UUID account, byte[] sealedSecret, long step) {
    int made =
        handle
            .createUpdate(
                """
                insert into identity.totp (account_id, sealed_secret, last_step) values (:account, :secret, :step)
                on conflict (account_id) do nothing
                """)
            .bind("account", account)
            .bind("secret", sealedSecret)
            .bind("step", step)
            .execute();
    handle
        .createUpdate("delete from identity.totp_enrolment where account_id = :account")
        .bind("account", account)
        .execute();
    return made == 1;
  }
}
