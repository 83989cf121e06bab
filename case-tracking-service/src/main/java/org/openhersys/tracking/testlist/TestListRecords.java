package org.openhersys.tracking.testlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * The tests in the notifications of a case, as far as the caller sees them (row-level security).
 */
@Singleton
class TestListRecords {
  private final ObjectMapper json;

  @Inject
  TestListRecords(ObjectMapper json) {
    this.json = json;
  }

  TestList of(Handle handle, UUID caseId) {
    return new TestList(items(handle, caseId), history(handle, caseId));
  }

  private List<CaseTest> items(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select n.id, n.revision, t.place - 1 as place, t.test
            from tracking.case_file f
            join notification.published_notification n on n.course_id = f.course_id
            cross join lateral jsonb_array_elements(n.document -> 'tests') with ordinality as t (test, place)
            where f.id = :case
            order by n.submitted_at, n.id, t.place
            """)
        .bind("case", caseId)
        .map(
            (row, context) ->
                CaseTest.of(
                    row.getObject("id", UUID.class),
                    row.getInt("revision"),
                    row.getInt("place"),
                    tree(row.getString("test"))))
        .list();
  }

  private List<TestListEntry> history(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select e.notification_id, e.revision, e.recorded_at, e.entered_by, e.operator, e.tests,
                   o.id as organisation_id, o.code as organisation_code, o.name as organisation_name
            from (
              select r.notification_id, r.revision, r.recorded_at, r.entered_by, r.operator, r.organisation_id,
                     coalesce(r.document -> 'tests', '[]') as tests,
                     lag(coalesce(r.document -> 'tests', '[]'), 1, '[]'::jsonb)
                       over (partition by r.notification_id order by r.revision) as before
              from tracking.case_file f
              join notification.notification n on n.course_id = f.course_id
              join notification.revision r on r.notification_id = n.id
              where f.id = :case) e
            join identity.organisation_directory o on o.id = e.organisation_id
            where e.tests <> e.before
            order by e.recorded_at desc, e.notification_id, e.revision desc
            """)
        .bind("case", caseId)
        .map((row, context) -> entry(row))
        .list();
  }

  private TestListEntry entry(ResultSet row) throws SQLException {
    return new TestListEntry(
        row.getObject("notification_id", UUID.class),
        row.getInt("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        OrganisationReference.of(row, "organisation"),
        new Author(row.getObject("entered_by", UUID.class), row.getString("operator")),
        tree(row.getString("tests")).valueStream().toList());
  }

  private JsonNode tree(String kept) {
    try {
      return json.readTree(kept);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("a stored notification is not readable", notOurs);
    }
  }
}
