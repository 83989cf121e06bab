package org.openhersys.notification.sheet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.notification.confirmation.ConfirmationRecords;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.form.CurrentStatus;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.question.QuestionRecords;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.PresentFindings;
import org.openhersys.notification.submission.Standing;

/** The sheet, as far as the caller sees it (row-level security). */
@Singleton
class SheetRecords {
  private static final String SHEET =
      """
      select n.id, n.course_id, co.smartphone_entry_id, n.disease, n.form_version, n.revision, n.submission_dates,
             n.fax_received_on,
             coalesce((select f.id from notification.fax f where f.notification_id = n.id),
                      (select b.fax_id from notification.fax_settlement b where b.notification_id = n.id limit 1)) as fax_id,
             r.organisation_id, r.entered_by, r.operator, r.attested_by, r.recorded_at, r.document, r.findings,
             c.state, c.superseded, c.changed_at, c.version, setting.same_person_may_confirm,
             k.case_id, k.case_number, k.current_status, k.status_version,
             s.id as sender_id, s.code as sender_code, s.name as sender_name,
             h.id as centre_id, h.code as centre_code, h.name as centre_name
      from notification.notification n
      join notification.course co on co.id = n.course_id
      join notification.revision r on r.notification_id = n.id and r.revision = n.revision
      join notification.confirmation c on c.notification_id = n.id
      join identity.organisation_settings setting on setting.organisation_id = n.receiving_organisation_id
      join identity.organisation_directory s on s.id = n.sender_organisation_id
      join identity.organisation_directory h on h.id = n.receiving_organisation_id
      left join tracking.case_status k on k.course_id = n.course_id
      where n.id = :id
      """;

  // A correction by somebody else makes nobody a stranger to what stands beside it: all revisions
  // that
  // no confirmation has seen count, and the present one always. So do all who typed the draft that
  // it
  // came from, and who reported it.
  private static final String ENTERED_UNCONFIRMED =
      """
      select distinct r.organisation_id, r.entered_by, r.operator
      from notification.notification n
      join notification.revision r on r.notification_id = n.id
      where n.id = :id
        and r.revision >= least(n.revision, 1 + coalesce((select max(e.revision) from notification.confirmation_entry e
                                                          where e.notification_id = n.id and e.deed = 'CONFIRM'), 0))
      union
      select d.organisation_id, typed.entered_by, typed.operator
      from notification.draft d
      cross join lateral (select t.entered_by, t.operator from notification.draft_revision t where t.draft_id = d.id
                          union all select d.settled_by, d.settled_operator) typed
      where d.notification_id = :id
        and not exists (select from notification.confirmation_entry e where e.notification_id = :id and e.deed = 'CONFIRM')
      """;

  private final KeptJson json;
  private final PresentFindings findings;
  private final ConfirmationRecords confirmations;
  private final QuestionRecords questions;

  SheetRecords(
      KeptJson json,
      PresentFindings findings,
      ConfirmationRecords confirmations,
      QuestionRecords questions) {
    this.json = json;
    this.findings = findings;
    this.confirmations = confirmations;
    this.questions = questions;
  }

  Optional<KeptSheet> find(Handle handle, UUID notification) {
    return handle
        .createQuery(SHEET)
        .bind("id", notification)
        .map((row, context) -> sheet(handle, row))
        .findOne();
  }

  private KeptSheet sheet(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
    return new KeptSheet(
        id,
        row.getObject("course_id", UUID.class),
        row.getString("smartphone_entry_id"),
        Disease.valueOf(row.getString("disease")),
        row.getString("form_version"),
        row.getInt("revision"),
        Standing.of("WITHDRAWN".equals(row.getString("state")), row.getBoolean("superseded")),
        json.dates(row.getString("submission_dates")),
        row.getObject("fax_received_on", LocalDate.class),
        row.getObject("fax_id", UUID.class),
        organisation(row, "sender"),
        organisation(row, "centre"),
        entering(row),
        enteredUnconfirmed(handle, id),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("attested_by"),
        json.form(row.getString("document")),
        findings.of(handle, id, json.findings(row.getString("findings"))),
        ConfirmationState.valueOf(row.getString("state")),
        changedAt == null ? null : changedAt.toInstant(),
        row.getInt("version"),
        row.getBoolean("same_person_may_confirm"),
        courseCase(row),
        confirmations.history(handle, id),
        questions.of(handle, id));
  }

  private static List<Entering> enteredUnconfirmed(Handle handle, UUID notification) {
    return handle
        .createQuery(ENTERED_UNCONFIRMED)
        .bind("id", notification)
        .map((row, context) -> entering(row))
        .list();
  }

  private static Entering entering(ResultSet row) throws SQLException {
    return new Entering(
        row.getObject("organisation_id", UUID.class),
        new Author(row.getObject("entered_by", UUID.class), row.getString("operator")));
  }

  private static @Nullable SheetCase courseCase(ResultSet row) throws SQLException {
    UUID id = row.getObject("case_id", UUID.class);
    String status = row.getString("current_status");
    return id == null
        ? null
        : new SheetCase(
            id,
            row.getString("case_number"),
            status == null ? null : CurrentStatus.valueOf(status),
            ETags.strong("status", row.getInt("status_version")));
  }

  private static OrganisationReference organisation(ResultSet row, String which)
      throws SQLException {
    return new OrganisationReference(
        row.getObject(which + "_id", UUID.class),
        row.getString(which + "_code"),
        row.getString(which + "_name"));
  }
}
