package org.openhersys.identity.totp;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Digests of recovery codes in the database; the transaction stands at the door of their account.
 */
@Singleton
class RecoveryCodeRecords {

  /** These are the account's codes now, and no others. */
  void replace(Handle handle, UUID account, List<byte[]> digests) {
    handle
        .createUpdate("delete from identity.recovery_code where account_id = :account")
        .bind("account", account)
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into identity.recovery_code (account_id, digest) values (:account, :digest)");
    digests.forEach(digest -> batch.bind("account", account).bind("digest", digest).add());
    batch.execute();
  }

  boolean exists(Handle handle, UUID account, byte[] digest) {
    return handle
        .createQuery(
            "select exists (select from identity.recovery_code where account_id = :account and digest = :digest)")
        .bind("account", account)
        .bind("digest", digest)
        .mapTo(Boolean.class)
        .one();
  }

  /** One conditional statement decides among many. */
  boolean use(Handle handle, UUID account, byte[] digest) {
    return handle
            .createUpdate(
                "delete from identity.recovery_code where account_id = :account and digest = :digest")
            .bind("account", account)
            .bind("digest", digest)
            .execute()
        == 1;
  }

  int count(Handle handle, UUID account) {
    return handle
        .createQuery("select count(*) from identity.recovery_code where account_id = :account")
        .bind("account", account)
        .mapTo(Integer.class)
        .one();
  }
}
