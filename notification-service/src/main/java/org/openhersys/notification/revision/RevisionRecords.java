package org.openhersys.notification.revision;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.FormColumns;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.OrganisationReference;

/** Revisions, as far as the caller sees them (row-level security). None is ever changed. */
@Singleton
public class RevisionRecords {
  private static final String SHOWN =
      """
      select r.revision, r.recorded_at, r.entered_by, r.operator, r.attested_by, r.diagnosis_category, r.document, r.findings,
             o.id, o.code, o.name, before.document as document_before
      from notification.revision r
      join identity.organisation_directory o on o.id = r.organisation_id
      left join notification.revision before on before.notification_id = r.notification_id and before.revision = r.revision - 1
      where r.notification_id = :id
      """;

  private final KeptJson json;

  RevisionRecords(KeptJson json) {
    this.json = json;
  }

  Optional<KeptRevision> find(Handle handle, UUID notification, int revision) {
    return handle
        .createQuery(SHOWN + " and r.revision = :revision")
        .bind("id", notification)
        .bind("revision", revision)
        .map((row, context) -> revision(row))
        .findOne();
  }

  /**
   * A page, newest first.
   *
   * @param below only older ones than this
   */
  List<KeptRevision> page(Handle handle, UUID notification, int below, int most) {
    return handle
        .createQuery(SHOWN + " and r.revision < :below order by r.revision desc limit :most")
        .bind("id", notification)
        .bind("below", below)
        .bind("most", most)
        .map((row, context) -> revision(row))
        .list();
  }

  /** 診断分類 of the first 報告. */
  DiagnosisCategory firstCategory(Handle handle, UUID notification) {
    return handle
        .createQuery(
            "select diagnosis_category from notification.revision where notification_id = :id and revision = 1")
        .bind("id", notification)
        .mapTo(DiagnosisCategory.class)
        .one();
  }

  /** The category in which a notification first had that date of diagnosis, if it had it. */
  Optional<DiagnosisCategory> datedAs(Handle handle, UUID notification, LocalDate diagnosed) {
    return handle
        .createQuery(
            """
            select diagnosis_category from notification.revision
            where notification_id = :id and diagnosis_date = :diagnosed order by revision limit 1
            """)
        .bind("id", notification)
        .bind("diagnosed", diagnosed)
        .mapTo(String.class)
        .findOne()
        .map(DiagnosisCategory::valueOf);
  }

  /** Writes a revision. */
  public void write(
      Handle handle,
      Caller caller,
      UUID notification,
      int revision,
      NotificationForm form,
      List<Finding> warnings,
      Instant now) {
    FormColumns.bind(
            handle.createUpdate(
                """
                insert into notification.revision
                  (notification_id, revision, organisation_id, entered_by, operator, attested_by, recorded_at, document, findings,
                   diagnosis_category, diagnosis_date, patient_name, patient_name_kana, sex, birth_date, municipality_code,
                   current_status)
                values (:id, :revision, :organisation, :principal, :operator, :attestedBy, :now, cast(:document as jsonb),
                        cast(:findings as jsonb), :category, cast(:diagnosisDate as date), :name, :nameKana, :sex,
                        cast(:birthDate as date), :municipality, :status)
                """),
            form,
            json)
        .bind("id", notification)
        .bind("revision", revision)
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("findings", json.write(warnings))
        .execute();
  }

  /**
   * Makes the revision the notification's present one. A category that is reported for the first
   * time in the course of care gets its 提出日; one that has one keeps it ([S8]).
   */
  void present(
      Handle handle, UUID notification, int revision, NotificationForm form, LocalDate today) {
    handle
        .createUpdate(
            """
            update notification.notification
            set revision = :revision,
                submission_dates =
                  jsonb_build_object(cast(:category as text),
                                     coalesce(notification.first_reported(course_id, :category), cast(:today as date)))
                  || submission_dates
            where id = :id
            """)
        .bind("id", notification)
        .bind("revision", revision)
        .bind("category", form.judged().category().name())
        .bind("today", today.toString())
        .execute();
  }

  private KeptRevision revision(ResultSet row) throws SQLException {
    String before = row.getString("document_before");
    return new KeptRevision(
        row.getInt("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new OrganisationReference(
            row.getObject("id", UUID.class), row.getString("code"), row.getString("name")),
        new Author(row.getObject("entered_by", UUID.class), row.getString("operator")),
        row.getString("attested_by"),
        DiagnosisCategory.valueOf(row.getString("diagnosis_category")),
        json.form(row.getString("document")),
        json.findings(row.getString("findings")),
        json.tree(row.getString("document")),
        before == null ? null : json.tree(before));
  }
}
