package org.openhersys.tracking.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.FindingView;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 警告 of the notifications of a course: which of them were set aside, by whom.
 *
 * @param judged by notification and the number of the finding in its present revision, from 1
 */
record CaseWarnings(Map<Place, CaseSetAside> judged) {

  private record Place(UUID notification, long number) {}

  /** As far as the caller sees them. */
  static CaseWarnings of(Handle handle, UUID course) {
    Map<Place, CaseSetAside> judged = new HashMap<>();
    handle
        .createQuery(
            """
            select n.id, f.number, f.judged_revision, f.set_aside_at, f.reason, f.principal_id, f.operator,
                   o.id as by_id, o.code as by_code, o.name as by_name
            from notification.published_notification n
            join notification.present_finding f on f.notification_id = n.id
            join identity.organisation_directory o on o.id = f.organisation_id
            where n.course_id = :course and n.findings <> '[]' and f.judged_revision is not null
            """)
        .bind("course", course)
        .map(
            (row, context) ->
                judged.put(
                    new Place(row.getObject("id", UUID.class), row.getLong("number")),
                    setAside(row)))
        .list();
    return new CaseWarnings(judged);
  }

  /** All findings of a notification, in the reader's language. */
  List<CaseFinding> of(UUID notification, List<Finding> findings, Locale language) {
    return IntStream.range(0, findings.size())
        .mapToObj(
            i -> shown(findings.get(i).in(language), judged.get(new Place(notification, i + 1L))))
        .toList();
  }

  private static CaseFinding shown(FindingView finding, @Nullable CaseSetAside setAside) {
    return new CaseFinding(
        finding.pointer(), finding.code(), finding.severity(), finding.message(), setAside);
  }

  private static CaseSetAside setAside(ResultSet row) throws SQLException {
    return new CaseSetAside(
        row.getObject("set_aside_at", OffsetDateTime.class).toInstant(),
        OrganisationReference.of(row, "by"),
        new Author(row.getObject("principal_id", UUID.class), row.getString("operator")),
        row.getString("reason"),
        row.getInt("judged_revision"));
  }
}
