package org.openhersys.notification.setaside;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.notification.confirmation.Confirmation;

/** Keeps who set which warning aside. None is ever changed. */
@Singleton
class SetAsideRecords {

  void add(Handle handle, Caller caller, Confirmation held, SetAsideRequest request, Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.finding_set_aside
              (notification_id, revision, pointer, code, reason, set_aside_at, organisation_id, principal_id, operator)
            values (:id, :revision, :pointer, :code, :reason, :now, :organisation, :principal, :operator)
            """)
        .bind("id", held.notificationId())
        .bind("revision", held.revision())
        .bind("pointer", request.place())
        .bind("code", request.code())
        .bind("reason", request.reason())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }
}
