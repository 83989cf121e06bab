package org.openhersys.notification.submission;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.problem.Finding;

/** The warnings of present revisions, as far as the caller sees them (row-level security). */
@Singleton
public class PresentFindings {
  private static final String JUDGED =
      """
      select f.pointer, f.code, f.judged_revision, f.set_aside_at, f.reason, f.principal_id, f.operator, o.id, o.code as organisation_code, o.name
      from notification.present_finding f
      join identity.organisation_directory o on o.id = f.organisation_id
      where f.notification_id = :id
      """;

  /** Each of the findings with the judgement that set it aside, if one did. */
  public List<KeptFinding> of(Handle handle, UUID notification, List<Finding> findings) {
    Map<String, SetAside> judged = findings.isEmpty() ? Map.of() : judged(handle, notification);
    return findings.stream()
        .map(
            finding ->
                new KeptFinding(finding, judged.get(name(finding.pointer(), finding.code()))))
        .toList();
  }

  private static Map<String, SetAside> judged(Handle handle, UUID notification) {
    return handle
        .createQuery(JUDGED)
        .bind("id", notification)
        .map(
            (row, context) ->
                Map.entry(name(row.getString("pointer"), row.getString("code")), setAside(row)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  private static String name(String pointer, String code) {
    return code + " " + pointer;
  }

  private static SetAside setAside(ResultSet row) throws SQLException {
    return new SetAside(
        row.getObject("set_aside_at", OffsetDateTime.class).toInstant(),
        new OrganisationReference(
            row.getObject("id", UUID.class),
            row.getString("organisation_code"),
            row.getString("name")),
        new Author(row.getObject("principal_id", UUID.class), row.getString("operator")),
        row.getString("reason"),
        row.getInt("judged_revision"));
  }
}
