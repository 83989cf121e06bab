package org.openhersys.tracking.intake;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Notifications, as notification-service publishes them, and which of their revisions the cases
 * already show.
 */
@Singleton
class NotificationRecords {

  /**
   * The present revision and the one applied last (0 for none); empty when there is no such
   * notification.
   */
  Optional<Revisions> revisions(Handle handle, UUID notification) {
    return handle
        .createQuery(
            """
            select n.course_id, n.revision, coalesce(a.revision, 0) as applied
            from notification.published_notification n
            left join tracking.applied_notification a on a.notification_id = n.id
            where n.id = :notification
            """)
        .bind("notification", notification)
        .map(
            (row, context) ->
                new Revisions(
                    row.getObject("course_id", UUID.class),
                    row.getInt("revision"),
                    row.getInt("applied")))
        .findOne();
  }

  /** The present state of the newest notification of the course. */
  NotifiedState newestOf(Handle handle, UUID course) {
    return handle
        .createQuery(
            """
            select n.*, min(n.submitted_at) over () as first_submitted_at
            from notification.published_notification n where n.course_id = :course
            order by n.submitted_at desc, n.id desc limit 1
            """)
        .bind("course", course)
        .map((row, context) -> state(row))
        .one();
  }

  void remember(Handle handle, UUID notification, UUID caseId, int revision) {
    handle
        .createUpdate(
            """
            insert into tracking.applied_notification (notification_id, case_id, revision)
            values (:notification, :case, :revision)
            on conflict (notification_id) do update set revision = excluded.revision
            """)
        .bind("notification", notification)
        .bind("case", caseId)
        .bind("revision", revision)
        .execute();
  }

  private static NotifiedState state(ResultSet row) throws SQLException {
    return new NotifiedState(
        row.getObject("course_id", UUID.class),
        row.getString("smartphone_entry_id"),
        row.getString("disease"),
        row.getObject("sender_organisation_id", UUID.class),
        row.getObject("receiving_organisation_id", UUID.class),
        row.getObject("first_submitted_at", OffsetDateTime.class),
        row.getObject("entered_by", UUID.class),
        row.getString("operator"),
        row.getObject("recorded_at", OffsetDateTime.class),
        row.getString("diagnosis_category"),
        row.getObject("diagnosis_date", LocalDate.class),
        row.getString("patient_name"),
        row.getString("patient_name_kana"),
        row.getString("sex"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("municipality_code"),
        row.getString("current_status"));
  }

  /** A notification's present revision and the one that its case shows. */
  record Revisions(UUID courseId, int present, int applied) {
    boolean isNews() {
      return present > applied;
    }
  }
}
