package org.openhersys.tracking.testlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.tracking.casefile.NotificationStanding;
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

  private List<ListedTest> items(Handle handle, UUID caseId) {
    List<ListedTest> all = all(handle, caseId);
    Map<JsonNode, UUID> latest = new HashMap<>();
    all.forEach(test -> latest.put(test.sample(), test.notificationId()));
    return all.stream()
        .filter(test -> test.notificationId().equals(latest.get(test.sample())))
        .toList();
  }

  /** Of each notification that counts or counted, the earliest first. */
  private List<ListedTest> all(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select t.notification_id, t.revision, st.standing, t.place, t.test
            from notification.published_test t
            join notification.published_standing st on st.notification_id = t.notification_id
            where t.course_id = (select f.course_id from tracking.case_file f where f.id = :case) and st.standing <> 'WITHDRAWN'
            order by st.number, t.place
            """)
        .bind("case", caseId)
        .map(
            (row, context) ->
                ListedTest.of(
                    row.getObject("notification_id", UUID.class),
                    row.getInt("revision"),
                    NotificationStanding.valueOf(row.getString("standing")),
                    row.getInt("place"),
                    tree(row.getString("test"))))
        .list();
  }

  private List<TestListEntry> history(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select c.notification_id, c.revision, c.recorded_at, c.entered_by, c.operator, c.tests,
                   o.id as organisation_id, o.code as organisation_code, o.name as organisation_name
            from notification.published_test_change c
            join identity.organisation_directory o on o.id = c.organisation_id
            where c.course_id = (select f.course_id from tracking.case_file f where f.id = :case)
            order by c.recorded_at desc, c.notification_id, c.revision desc limit 100
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
