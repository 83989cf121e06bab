package org.openhersys.notification.worklist;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.Standing;

/** Summaries of notifications, as far as the caller sees them (row-level security). */
@Singleton
class SummaryRecords {

  /**
   * Behind a {@code page (notification_id, submitted_at, at)}, read by {@code at}: each of its rows
   * is looked up by key, whatever the planner makes of the policies; that is what the limit is for.
   */
  private static final String SHOWN =
      """
      select p.notification_id as id, p.submitted_at, shown.*
      from page p
      cross join lateral (
        select co.smartphone_entry_id, r.diagnosis_category, r.patient_name, r.patient_name_kana, r.sex, r.birth_date,
               n.submission_dates ->> r.diagnosis_category as submitted_on,
               s.id as sender_id, s.code as sender_code, s.name as sender_name,
               r.organisation_id = n.receiving_organisation_id as own,
               case when r.findings = '[]' then 0
                    else (select count(*) from notification.present_finding f where f.notification_id = n.id and f.judged_revision is null) end
                 as warnings,
               (select count(*) from notification.question q where q.notification_id = n.id and q.state = 'OPEN') as questions,
               c.state, c.superseded, c.changed_at, n.revision
        from notification.notification n
        join notification.confirmation c on c.notification_id = n.id
        join notification.course co on co.id = n.course_id
        join notification.revision r on r.notification_id = n.id and r.revision = n.revision
        join identity.organisation_directory s on s.id = n.sender_organisation_id
        where n.id = p.notification_id
        limit 1) shown
      order by p.at %1$s, p.notification_id %1$s
      """;

  /** A page of a work list, read through one index and no further than the page. */
  static String listSql(WorkList list, boolean fromPlace) {
    String direction = list.oldestFirst() ? "asc" : "desc";
    return """
    with page as (
      select notification_id, submitted_at, %2$s as at from notification.confirmation
      where %1$s = :organisation and %3$s %4$s
      order by %2$s %5$s, notification_id %5$s limit :most)
    """
            .formatted(
                list.side().column(),
                list.order(),
                list.changed() ? "changed_at is not null" : "state = :state",
                fromPlace
                    ? "and (%s, notification_id) %s (:at, :id)"
                        .formatted(list.order(), list.oldestFirst() ? ">" : "<")
                    : "",
                direction)
        + SHOWN.formatted(direction);
  }

  List<NotificationSummary> page(
      Handle handle,
      UUID organisation,
      WorkList list,
      @Nullable NotificationPlace place,
      int most) {
    Query query =
        handle
            .createQuery(listSql(list, place != null))
            .bind("organisation", organisation)
            .bind("most", most);
    if (!list.changed()) {
      query.bind("state", list.state().name());
    }
    return summaries(from(query, place));
  }

  List<NotificationSummary> search(
      Handle handle, SearchCriteria criteria, @Nullable NotificationPlace place, int most) {
    Query query =
        handle
            .createQuery(criteria.pageSql(place != null) + SHOWN.formatted("desc"))
            .bindMap(criteria.arguments())
            .bind("most", most);
    return summaries(from(query, place));
  }

  private static Query from(Query query, @Nullable NotificationPlace place) {
    return place == null
        ? query
        : query.bind("at", place.at().atOffset(ZoneOffset.UTC)).bind("id", place.id());
  }

  private static List<NotificationSummary> summaries(Query query) {
    return query.map((row, context) -> summary(row)).list();
  }

  private static NotificationSummary summary(ResultSet row) throws SQLException {
    OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
    return new NotificationSummary(
        row.getObject("id", UUID.class),
        row.getString("smartphone_entry_id"),
        DiagnosisCategory.valueOf(row.getString("diagnosis_category")),
        new NotifiedPerson(
            row.getString("patient_name"),
            row.getString("patient_name_kana"),
            Sex.valueOf(row.getString("sex")),
            row.getObject("birth_date", LocalDate.class)),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        LocalDate.parse(row.getString("submitted_on")),
        new OrganisationReference(
            row.getObject("sender_id", UUID.class),
            row.getString("sender_code"),
            row.getString("sender_name")),
        row.getBoolean("own"),
        row.getInt("warnings"),
        row.getInt("questions"),
        ConfirmationState.valueOf(row.getString("state")),
        changedAt == null ? null : changedAt.toInstant(),
        Standing.of("WITHDRAWN".equals(row.getString("state")), row.getBoolean("superseded")),
        row.getInt("revision"));
  }
}
