package org.openhersys.tracking.casefile;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.custody.Right;
import org.openhersys.tracking.organisation.OrganisationReference;

/** Cases, under the sight of one organisation. */
@Singleton
public class CaseRecords {
  // c: rows of custody_entry of the caller's organisation, already cut to what is shown.
  private static final String SHOWN =
      """
      select f.id, f.case_number, f.course_id, f.smartphone_entry_id, f.disease, f.diagnosis_category, f.diagnosis_date, f.patient_name,
             f.patient_name_kana, f.sex, f.birth_date, f.municipality_code, f.current_status, f.case_state, f.submitted_at, f.version,
             c.custody_right, c.until,
             r.id as receiving_id, r.code as receiving_code, r.name as receiving_name,
             p.id as responsible_id, p.code as responsible_code, p.name as responsible_name
      from c
      join tracking.case_file f on f.id = c.case_id
      join identity.organisation_directory r on r.id = f.receiving_organisation_id
      join identity.organisation_directory p on p.id = f.responsible_organisation_id
      """;

  // What an organisation may do now, and when that ends: WRITE may become READ while sight goes on.
  private static final String PRESENT_RIGHT =
      """
      case when custody_right = 'WRITE' and (write_until is null or write_until > now()) then 'WRITE' else 'READ' end as custody_right,
      case when custody_right = 'WRITE' and (write_until is null or write_until > now()) then write_until else until end as until
      """;

  /**
   * A page of the list. Driven by the index {@code custody_entry_list}, or for what is closed
   * {@code custody_entry_closed}: the page is cut before anything is joined, so that its cost does
   * not grow with the number of cases.
   */
  static String pageSql(CaseListing listing, boolean fromPlace) {
    CaseOrder order = listing.order();
    return """
           with c as materialized (
             select case_id, %4$s, submitted_at from tracking.custody_entry
             where organisation_id = :organisation and (until is null or until > now()) %5$s %1$s
             order by submitted_at %2$s, case_id %2$s limit :most)
           %3$s
           order by c.submitted_at %2$s, c.case_id %2$s
           """
        .formatted(
            fromPlace ? "and (submitted_at, case_id) " + order.beyond() + " (:at, :case)" : "",
            order.direction(),
            SHOWN,
            PRESENT_RIGHT,
            listing.condition());
  }

  /**
   * @param place where the page before ended, or null for the first
   */
  List<CaseSummary> page(
      Handle handle, UUID organisation, CaseListing listing, @Nullable CasePlace place, int most) {
    Query query =
        handle
            .createQuery(pageSql(listing, place != null))
            .bind("organisation", organisation)
            .bind("most", most);
    if (place != null) {
      query.bind("at", place.submittedAt().atOffset(ZoneOffset.UTC)).bind("case", place.caseId());
    }
    return query.map((row, context) -> summary(row)).list();
  }

  /** Those of the cases that the organisation may see now, in no order. */
  public List<CaseSummary> visible(Handle handle, UUID organisation, Collection<UUID> cases) {
    return these(handle, organisation, cases).map((row, context) -> summary(row)).list();
  }

  Optional<CaseOfCourse> find(Handle handle, UUID organisation, UUID id) {
    return these(handle, organisation, List.of(id))
        .map(
            (row, context) ->
                new CaseOfCourse(summary(row), row.getObject("course_id", UUID.class)))
        .findOne();
  }

  private static Query these(Handle handle, UUID organisation, Collection<UUID> cases) {
    return handle
        .createQuery(
            """
            with c as materialized (
              select case_id, %s from tracking.custody_entry
              where organisation_id = :organisation and (until is null or until > now()) and case_id = any(:cases))
            """
                    .formatted(PRESENT_RIGHT)
                + SHOWN)
        .bind("organisation", organisation)
        .bindArray("cases", UUID.class, cases.toArray());
  }

  private static CaseSummary summary(ResultSet row) throws SQLException {
    return new CaseSummary(
        row.getObject("id", UUID.class),
        row.getString("case_number"),
        row.getString("smartphone_entry_id"),
        Disease.valueOf(row.getString("disease")),
        DiagnosisCategory.valueOf(row.getString("diagnosis_category")),
        row.getObject("diagnosis_date", LocalDate.class),
        new CasePatient(
            row.getString("patient_name"),
            row.getString("patient_name_kana"),
            Sex.valueOf(row.getString("sex")),
            row.getObject("birth_date", LocalDate.class)),
        row.getString("municipality_code"),
        CurrentStatus.ofNullable(row.getString("current_status")),
        CaseState.valueOf(row.getString("case_state")),
        OrganisationReference.of(row, "receiving"),
        OrganisationReference.of(row, "responsible"),
        Right.valueOf(row.getString("custody_right")),
        instant(row, "until"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** A case with the course whose notifications it shows. */
  record CaseOfCourse(CaseSummary summary, UUID courseId) {}
}
