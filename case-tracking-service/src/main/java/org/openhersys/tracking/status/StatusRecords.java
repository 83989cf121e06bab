package org.openhersys.tracking.status;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.tracking.casefile.CurrentStatus;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/** The status of cases and its history. */
@Singleton
class StatusRecords {

  CaseStatus of(Handle handle, UUID caseId) {
    return CaseStatus.of(
        handle
            .createQuery(
                """
                select e.version, e.status, e.reason, e.recorded_at, e.principal_id, e.operator,
                       o.id as organisation_id, o.code as organisation_code, o.name as organisation_name
                from tracking.status_entry e
                join identity.organisation_directory o on o.id = e.organisation_id
                where e.case_id = :case order by e.version desc
                """)
            .bind("case", caseId)
            .map((row, context) -> entry(row))
            .list());
  }

  /** Adds an entry and makes it the case's present status. The case is locked before. */
  void add(
      Handle handle,
      Caller caller,
      UUID caseId,
      int version,
      StatusChange.Judged change,
      Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    handle
        .createUpdate(
            """
            insert into tracking.status_entry (case_id, version, status, reason, recorded_at, organisation_id, principal_id, operator)
            values (:case, :version, :status, :reason, :at, :organisation, :principal, :operator)
            """)
        .bind("case", caseId)
        .bind("version", version)
        .bind("status", change.status().name())
        .bind("reason", change.reason())
        .bind("at", at)
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
    handle
        .createUpdate(
            """
            update tracking.case_file
            set current_status = :status, status_version = :version, version = version + 1, changed_at = :at
            where id = :case
            """)
        .bind("status", change.status().name())
        .bind("version", version)
        .bind("at", at)
        .bind("case", caseId)
        .execute();
  }

  private static StatusEntry entry(ResultSet row) throws SQLException {
    return new StatusEntry(
        row.getInt("version"),
        CurrentStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        OrganisationReference.of(row, "organisation"),
        new Author(row.getObject("principal_id", UUID.class), row.getString("operator")));
  }
}
