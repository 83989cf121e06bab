package org.openhersys.notification.submission;

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
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.catalogue.MissingItems;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.form.NotificationForm;

/** Reads what is kept, as far as the caller sees it (row-level security). */
@Singleton
public class NotificationStore {
  private static final String PRESENT =
      """
      select n.id, n.course_id, n.smartphone_entry_id, n.disease, n.form_version, n.revision, n.submission_dates,
             n.fax_received_on, n.entered_by, n.operator, n.attested_by, n.document, n.findings,
             s.id as sender_id, s.code as sender_code, s.name as sender_name,
             c.id as centre_id, c.code as centre_code, c.name as centre_name,
             it.number, it.succeeds_id, k.state, k.superseded,
             case when k.superseded then
               (select later.notification_id from notification.confirmation later
                where later.course_id = n.course_id and not later.superseded and later.state <> 'WITHDRAWN') end as superseded_by,
             w.reason, w.recorded_at as withdrawn_at, w.principal_id as withdrawn_by, w.operator as withdrawn_operator,
             o.id as withdrawer_id, o.code as withdrawer_code, o.name as withdrawer_name
      from notification.published_notification n
      join notification.notification it on it.id = n.id
      join notification.confirmation k on k.notification_id = n.id
      join identity.organisation_directory s on s.id = n.sender_organisation_id
      join identity.organisation_directory c on c.id = n.receiving_organisation_id
      left join notification.withdrawal w on w.notification_id = n.id
      left join identity.organisation_directory o on o.id = w.organisation_id
      where n.id = :id
      """;

  /** As it was accepted, whatever has been revised since. */
  private static final String FIRST =
      """
      select n.id, c.smartphone_entry_id, n.course_id, n.disease, r.diagnosis_category, n.form_version, r.revision,
             n.submission_dates ->> r.diagnosis_category as submitted_on, n.fax_received_on, r.document, r.findings,
             o.id as centre_id, o.code as centre_code, o.name as centre_name
      from notification.notification n
      join notification.course c on c.id = n.course_id
      join notification.revision r on r.notification_id = n.id and r.revision = 1
      join identity.organisation_directory o on o.id = n.receiving_organisation_id
      where n.id = :id
      """;

  private final KeptJson json;
  private final PresentFindings findings;
  private final MissingItems missing;

  NotificationStore(KeptJson json, PresentFindings findings, MissingItems missing) {
    this.json = json;
    this.findings = findings;
    this.missing = missing;
  }

  /** The present revision, or nothing where there is none in the caller's sight. */
  public Optional<KeptNotification> find(Handle handle, UUID id) {
    return handle
        .createQuery(PRESENT)
        .bind("id", id)
        .map((row, context) -> notification(handle, row))
        .findOne();
  }

  /** What was answered when it was submitted. */
  public Accepted firstAnswer(Handle handle, UUID id) {
    return findFirstAnswer(handle, id).orElseThrow();
  }

  /** The same, or nothing where there is no such notification in the caller's sight. */
  Optional<Accepted> findFirstAnswer(Handle handle, UUID id) {
    return handle.createQuery(FIRST).bind("id", id).map((row, context) -> accepted(row)).findOne();
  }

  private KeptNotification notification(Handle handle, ResultSet row) throws SQLException {
    NotificationForm form = json.form(row.getString("document"));
    UUID id = row.getObject("id", UUID.class);
    return new KeptNotification(
        id,
        row.getObject("course_id", UUID.class),
        row.getString("smartphone_entry_id"),
        Disease.valueOf(row.getString("disease")),
        row.getString("form_version"),
        row.getInt("revision"),
        Standing.of("WITHDRAWN".equals(row.getString("state")), row.getBoolean("superseded")),
        row.getInt("number"),
        row.getObject("succeeds_id", UUID.class),
        row.getObject("superseded_by", UUID.class),
        withdrawal(row),
        json.dates(row.getString("submission_dates")),
        row.getObject("fax_received_on", LocalDate.class),
        organisation(row, "sender"),
        organisation(row, "centre"),
        new Author(row.getObject("entered_by", UUID.class), row.getString("operator")),
        row.getString("attested_by"),
        form,
        findings.of(handle, id, json.findings(row.getString("findings"))),
        missing(form, row));
  }

  private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null
        ? null
        : new Withdrawal(
            reason,
            row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
            organisation(row, "withdrawer"),
            new Author(
                row.getObject("withdrawn_by", UUID.class), row.getString("withdrawn_operator")));
  }

  private Accepted accepted(ResultSet row) throws SQLException {
    return new Accepted(
        row.getObject("id", UUID.class),
        row.getString("smartphone_entry_id"),
        row.getObject("course_id", UUID.class),
        Disease.valueOf(row.getString("disease")),
        DiagnosisCategory.valueOf(row.getString("diagnosis_category")),
        row.getString("form_version"),
        row.getInt("revision"),
        LocalDate.parse(row.getString("submitted_on")),
        row.getObject("fax_received_on", LocalDate.class),
        organisation(row, "centre"),
        json.findings(row.getString("findings")),
        missing(json.form(row.getString("document")), row),
        List.of());
  }

  private List<String> missing(NotificationForm form, ResultSet row) throws SQLException {
    return missing.of(form, FormVersions.kept(row.getString("form_version")));
  }

  private static OrganisationReference organisation(ResultSet row, String which)
      throws SQLException {
    return new OrganisationReference(
        row.getObject(which + "_id", UUID.class),
        row.getString(which + "_code"),
        row.getString(which + "_name"));
  }
}
