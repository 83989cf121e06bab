package org.openhersys.notification.withdrawal;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;

/** Withdrawals; none is ever changed. */
@Singleton
class WithdrawalRecords {

  /** Makes the newest notification of the course that still counts the current one. */
  void deriveCurrent(Handle handle, UUID course) {
    handle
        .createQuery("select notification.derive_current(:course)")
        .bind("course", course)
        .map((row, context) -> Boolean.TRUE)
        .one();
  }

  void add(Handle handle, Caller caller, UUID notification, String reason, Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.withdrawal (notification_id, reason, recorded_at, organisation_id, principal_id, operator)
            values (:id, :reason, :now, :organisation, :principal, :operator)
            """)
        .bind("id", notification)
        .bind("reason", reason)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }
}
