package org.openhersys.tracking.custody;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/** The custody of cases that the caller sees, as it went. */
@Singleton
class CustodyRecords {

  CustodyHistory history(Handle handle, UUID caseId) {
    return new CustodyHistory(
        handle
            .createQuery(
                """
                select h.ground, h.custody_right, h.until, h.act, h.reason, h.handover_id, h.recorded_at, h.by_principal_id, h.by_operator,
                       case when h.custody_right is not null then h.next_at end as ended_at,
                       o.id as organisation_id, o.code as organisation_code, o.name as organisation_name,
                       b.id as by_id, b.code as by_code, b.name as by_name
                from (select *, lead(recorded_at) over (partition by organisation_id, ground order by sequence) as next_at
                      from tracking.custody_history where case_id = :case) h
                join identity.organisation_directory o on o.id = h.organisation_id
                left join identity.organisation_directory b on b.id = h.by_organisation_id
                order by h.sequence desc
                """)
            .bind("case", caseId)
            .map((row, context) -> entry(row))
            .list());
  }

  private static CustodyEntry entry(ResultSet row) throws SQLException {
    String right = row.getString("custody_right");
    UUID principal = row.getObject("by_principal_id", UUID.class);
    return new CustodyEntry(
        OrganisationReference.of(row, "organisation"),
        CustodyGround.valueOf(row.getString("ground")),
        right == null ? null : Right.valueOf(right),
        instant(row, "until"),
        instant(row, "ended_at"),
        CustodyAct.valueOf(row.getString("act")),
        row.getString("reason"),
        row.getObject("handover_id", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("by_id") == null ? null : OrganisationReference.of(row, "by"),
        principal == null ? null : new Author(principal, row.getString("by_operator")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
