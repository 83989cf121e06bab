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
 * Notifications, as notification-service publishes them, and which of their revisions,
 * confirmations and withdrawals the cases already show.
 */
@Singleton
class NotificationRecords {

  /**
   * The present revision and confirmation and whether it is withdrawn, and the same as applied last
   * (0 for none); empty when there is no such notification.
   */
  Optional<Revisions> revisions(Handle handle, UUID notification) {
    return handle
        .createQuery(
            """
            select n.course_id, n.revision, coalesce(c.confirmed_version, 0) as confirmed, s.standing = 'WITHDRAWN' as withdrawn,
                   coalesce(a.revision, 0) as applied_revision, coalesce(a.confirmed_version, 0) as applied_confirmed,
                   coalesce(a.withdrawn, false) as applied_withdrawn
            from notification.published_notification n
            join notification.published_standing s on s.notification_id = n.id
            left join notification.published_confirmation c on c.notification_id = n.id
            left join tracking.applied_notification a on a.notification_id = n.id
            where n.id = :notification
            """)
        .bind("notification", notification)
        .map(
            (row, context) ->
                new Revisions(
                    row.getObject("course_id", UUID.class),
                    new Shown(
                        row.getInt("revision"),
                        row.getInt("confirmed"),
                        row.getBoolean("withdrawn")),
                    new Shown(
                        row.getInt("applied_revision"),
                        row.getInt("applied_confirmed"),
                        row.getBoolean("applied_withdrawn"))))
        .findOne();
  }

  /**
   * The present state of the current notification of the course, or of the newest withdrawn one.
   */
  NotifiedState currentOf(Handle handle, UUID course) {
    return handle
        .createQuery(
            """
            select n.*, min(n.submitted_at) over () as first_submitted_at,
                   case when s.standing = 'WITHDRAWN' then 'WITHDRAWN' when s.ruled_out then 'RULED_OUT' else 'OPEN' end as case_state
            from notification.published_notification n
            join notification.published_standing s on s.notification_id = n.id
            where n.course_id = :course
            order by s.standing = 'WITHDRAWN', s.number desc limit 1
            """)
        .bind("course", course)
        .map((row, context) -> state(row))
        .one();
  }

  void remember(Handle handle, UUID notification, UUID caseId, Shown shown) {
    handle
        .createUpdate(
            """
            insert into tracking.applied_notification (notification_id, case_id, revision, confirmed_version, withdrawn)
            values (:notification, :case, :revision, :confirmed, :withdrawn)
            on conflict (notification_id) do update
            set revision = excluded.revision, confirmed_version = excluded.confirmed_version, withdrawn = excluded.withdrawn
            """)
        .bind("notification", notification)
        .bind("case", caseId)
        .bind("revision", shown.revision())
        .bind("confirmed", shown.confirmed())
        .bind("withdrawn", shown.withdrawn())
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
        row.getString("case_state"),
        row.getString("current_status"));
  }

  /**
   * What a case shows of a notification.
   *
   * @param confirmed which step of the confirmation's history was the last 保健所確認; 0 for none
   */
  record Shown(int revision, int confirmed, boolean withdrawn) {}

  /** What is to be shown of a notification, and what its case shows. */
  record Revisions(UUID courseId, Shown present, Shown applied) {
    boolean isNews() {
      return present.revision() > applied.revision()
          || present.confirmed() > applied.confirmed()
          || (present.withdrawn() && !applied.withdrawn());
    }
  }
}
