package org.openhersys.tracking.intake;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Notifications, as notification-service publishes them, and which of their revisions,
 * confirmations and withdrawals the cases already show.
 */
@Singleton
class NotificationRecords {

  /**
   * SQL: what a case takes from its notifications, for each {@code course_id} of a table {@code
   * given}: the present state of the current notification of the course, or of the newest withdrawn
   * one. {@code case_state} is 症例の状態, which follows from it; {@code current_status} is 現在のステータス as
   * the institution gave it ([S5-2]), or null. It goes into the cases within the database: people's
   * data do not pass through the reader.
   */
  static final String STATE =
      """
      select distinct on (n.course_id)
             n.course_id, n.smartphone_entry_id, n.disease, n.sender_organisation_id, n.receiving_organisation_id, n.entered_by, n.operator,
             n.recorded_at, n.diagnosis_category, n.diagnosis_date, n.patient_name, n.patient_name_kana, n.sex, n.birth_date,
             n.municipality_code, n.current_status, min(n.submitted_at) over (partition by n.course_id) as first_submitted_at,
             case when s.standing = 'WITHDRAWN' then 'WITHDRAWN' when s.ruled_out then 'RULED_OUT' else 'OPEN' end as case_state
      from given
      join notification.published_notification n on n.course_id = given.course_id
      join notification.published_standing s on s.notification_id = n.id
      order by n.course_id, s.standing = 'WITHDRAWN', s.number desc\
      """;

  /**
   * Of each its present revision and confirmation and whether it is withdrawn, and the same as
   * applied last (0 for none); in the order given, without those that are not there.
   */
  List<Revisions> revisions(Handle handle, Collection<UUID> notifications) {
    return handle
        .createQuery(
            """
            select n.id, n.course_id, n.revision, coalesce(c.confirmed_version, 0) as confirmed, s.standing = 'WITHDRAWN' as withdrawn,
                   coalesce(a.revision, 0) as applied_revision, coalesce(a.confirmed_version, 0) as applied_confirmed,
                   coalesce(a.withdrawn, false) as applied_withdrawn
            from unnest(cast(:notifications as uuid[])) with ordinality asked (id, place)
            join notification.published_notification n on n.id = asked.id
            join notification.published_standing s on s.notification_id = n.id
            left join notification.published_confirmation c on c.notification_id = n.id
            left join tracking.applied_notification a on a.notification_id = n.id
            order by asked.place
            """)
        .bindArray("notifications", UUID.class, notifications.toArray())
        .map(
            (row, context) ->
                new Revisions(
                    row.getObject("id", UUID.class),
                    row.getObject("course_id", UUID.class),
                    new Shown(
                        row.getInt("revision"),
                        row.getInt("confirmed"),
                        row.getBoolean("withdrawn")),
                    new Shown(
                        row.getInt("applied_revision"),
                        row.getInt("applied_confirmed"),
                        row.getBoolean("applied_withdrawn"))))
        .list();
  }

  /**
   * Remembers what the cases show now.
   *
   * @param cases of each course its case
   */
  void remember(Handle handle, List<Revisions> shown, Map<UUID, UUID> cases) {
    handle
        .createUpdate(
            """
            insert into tracking.applied_notification (notification_id, case_id, revision, confirmed_version, withdrawn)
            select * from unnest(cast(:notifications as uuid[]), cast(:cases as uuid[]), cast(:revisions as int[]),
                                 cast(:confirmed as int[]), cast(:withdrawn as boolean[]))
            on conflict (notification_id) do update
            set revision = excluded.revision, confirmed_version = excluded.confirmed_version, withdrawn = excluded.withdrawn
            """)
        .bindArray("notifications", UUID.class, shown.stream().map(Revisions::id).toArray())
        .bindArray(
            "cases", UUID.class, shown.stream().map(each -> cases.get(each.course())).toArray())
        .bindArray(
            "revisions",
            Integer.class,
            shown.stream().map(each -> each.present().revision()).toArray())
        .bindArray(
            "confirmed",
            Integer.class,
            shown.stream().map(each -> each.present().confirmed()).toArray())
        .bindArray(
            "withdrawn",
            Boolean.class,
            shown.stream().map(each -> each.present().withdrawn()).toArray())
        .execute();
  }

  /**
   * What a case shows of a notification.
   *
   * @param confirmed which step of the confirmation's history was the last 保健所確認; 0 for none
   */
  record Shown(int revision, int confirmed, boolean withdrawn) {}

  /** What is to be shown of a notification, and what its case shows. */
  record Revisions(UUID id, UUID course, Shown present, Shown applied) {
    boolean isNews() {
      return present.revision() > applied.revision()
          || present.confirmed() > applied.confirmed()
          || (present.withdrawn() && !applied.withdrawn());
    }
  }
}
