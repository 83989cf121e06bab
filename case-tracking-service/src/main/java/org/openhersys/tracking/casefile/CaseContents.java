package org.openhersys.tracking.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * What hangs on a case: notifications through notification-service's published views, and
 * handovers.
 */
@Singleton
class CaseContents {
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
  private static final TypeReference<Map<DiagnosisCategory, LocalDate>> SUBMISSION_DATES =
      new TypeReference<>() {};

  private final ObjectMapper json;

  @Inject
  CaseContents(ObjectMapper json) {
    this.json = json;
  }

  /** The notifications of the course that the caller may see, oldest first. */
  List<CaseNotification> notifications(Handle handle, UUID course, Locale language) {
    CaseWarnings warnings = CaseWarnings.of(handle, course);
    return handle
        .createQuery(
            """
            select n.id, n.revision, n.form_version, n.submission_dates, n.document, n.findings,
                   st.standing, c.state, c.confirmed_revision, c.confirmed_at,
                   s.id as sender_id, s.code as sender_code, s.name as sender_name
            from notification.published_notification n
            join notification.published_standing st on st.notification_id = n.id
            join notification.published_confirmation c on c.notification_id = n.id
            join identity.organisation_directory s on s.id = n.sender_organisation_id
            where n.course_id = :course order by st.number
            """)
        .bind("course", course)
        .map((row, context) -> notification(row, warnings, language))
        .list();
  }

  /** The case's handovers that the caller takes part in, oldest first. */
  List<CaseHandover> handovers(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            "select id, state from tracking.handover where case_id = :case order by requested_at, id")
        .bind("case", caseId)
        .map(
            (row, context) ->
                new CaseHandover(
                    row.getObject(1, UUID.class), HandoverState.valueOf(row.getString(2))))
        .list();
  }

  private static CaseConfirmation confirmation(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("confirmed_at", OffsetDateTime.class);
    return new CaseConfirmation(
        ConfirmationState.valueOf(row.getString("state")),
        row.getObject("confirmed_revision", Integer.class),
        at == null ? null : at.toInstant());
  }

  private CaseNotification notification(ResultSet row, CaseWarnings warnings, Locale language)
      throws SQLException {
    try {
      UUID id = row.getObject("id", UUID.class);
      List<CaseFinding> findings =
          warnings.of(id, json.readValue(row.getString("findings"), FINDINGS), language);
      List<SubmissionDate> submittedOn =
          json.readValue(row.getString("submission_dates"), SUBMISSION_DATES).entrySet().stream()
              .map(entry -> new SubmissionDate(entry.getKey(), entry.getValue()))
              .sorted(
                  Comparator.comparing(SubmissionDate::date)
                      .thenComparing(SubmissionDate::category))
              .toList();
      return new CaseNotification(
          id,
          row.getInt("revision"),
          NotificationStanding.valueOf(row.getString("standing")),
          row.getString("form_version"),
          submittedOn,
          OrganisationReference.of(row, "sender"),
          confirmation(row),
          json.readTree(row.getString("document")),
          findings);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("a stored notification is not readable", notOurs);
    }
  }
}
