package org.openhersys.notification.submission;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.duplicate.Likeness;

/** Stores submissions. */
@Singleton
class SubmissionStore {
  static final String OPERATION = "notification.submit";

  /** The health centre that receives what {@code :sender} sends (届出先), where there is one. */
  static final String CENTRE =
      """
      centre as (
        select centre.id, centre.code, centre.name
        from identity.organisation_directory own
        join identity.organisation_directory centre
          on centre.id = case own.kind when 'HEALTH_CENTRE' then own.id else own.receiving_health_centre_id end
        where own.id = cast(:sender as uuid) and centre.active
      )\
      """;

  /**
   * What a submission writes, for each row of {@code claimed}; whoever stores one or many says in
   * that what they are.
   */
  static final String WRITES =
      """
      course as (
        insert into notification.course
          (id, smartphone_entry_id, disease, opened_by_organisation_id, receiving_organisation_id, opened_at)
        select course_id, entry_id, disease, sender_id, centre_id, at from claimed
      ),
      notification as (
        insert into notification.notification
          (id, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, revision, submitted_at,
           submission_dates, fax_received_on)
        select id, course_id, disease, version, sender_id, centre_id, 1, at, dates, fax_received_on from claimed
      ),
      revision as (
        insert into notification.revision
          (notification_id, revision, organisation_id, entered_by, operator, attested_by, recorded_at, document, findings,
           diagnosis_category, diagnosis_date, patient_name, patient_name_kana, sex, birth_date, municipality_code,
           current_status)
        select id, 1, organisation_id, entered_by, entered_operator, attested_by, at, document, findings,
               category, diagnosis_date, name, name_kana, sex, birth_date, municipality, status
        from claimed
      ),
      event as (
        insert into notification.event (kind, aggregate_id, aggregate_version, occurred_at)
        select 'NOTIFICATION_SUBMITTED', id, 1, at from claimed
      ),
      mail as (
        insert into notification.mail (kind, recipient_organisation_id, subject_id, occasion, smartphone_entry_id)
        select 'NOTIFICATION_RECEIVED', centre_id, id, '1', entry_id from claimed
      ),
      confirmation as (
        insert into notification.confirmation
          (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
        select id, course_id, sender_id, centre_id, at from claimed
      )\
      """;

  /**
   * The hot path: entering, and everything a submission writes, in one round trip together with
   * BEGIN. The driver sends both statements at once; the second sees the context that the first has
   * set. Everything hangs on {@code claim}: without the key nothing is written. {@code claim} waits
   * for a concurrent duplicate to commit or fail.
   */
  private static final String STORE =
      """
      select identity.enter(:session, :organisation, :role);
      with %s,
      sent as (
        select cast(:notification as uuid) as id, cast(:course as uuid) as course_id, cast(:at as timestamptz) as at,
               identity.current_principal() as principal_id, identity.current_organisation() as organisation_id,
               cast(:sender as uuid) as sender_id, centre.id as centre_id, cast(:entryId as text) as entry_id,
               cast(:disease as text) as disease, cast(:operator as text) as operator, cast(:version as text) as version,
               cast(:dates as jsonb) as dates, cast(:faxReceivedOn as date) as fax_received_on,
               cast(:enteredBy as uuid) as entered_by, cast(:enteredOperator as text) as entered_operator,
               cast(:attestedBy as text) as attested_by, cast(:document as jsonb) as document, cast(:category as text) as category,
               cast(:diagnosisDate as date) as diagnosis_date, cast(:name as text) as name, cast(:nameKana as text) as name_kana,
               cast(:sex as text) as sex, cast(:birthDate as date) as birth_date, cast(:municipality as text) as municipality,
               cast(:status as text) as status
        from centre
      ),
      claim as (
        insert into notification.idempotency_key as k
          (principal_id, operation, key, fingerprint, resource_id, status, created_at)
        select principal_id, :keyOperation, :key, :fingerprint, id, 201, at from sent
        on conflict (principal_id, operation, key) do update
          set fingerprint = excluded.fingerprint, resource_id = excluded.resource_id, created_at = excluded.created_at
          where k.created_at < :expired
        returning resource_id
      ),
      alike as (
        select %s as found
      ),
      claimed as (
        select sent.*, cast(case when alike.found then :findingsIfAlike else :findings end as jsonb) as findings
        from sent join claim on claim.resource_id = sent.id cross join alike
      ),
      %s,
      access as (
        insert into audit.access_log
          (id, principal_id, session_id, operator, organisation_id, operation, outcome, subjects, trace_id)
        select cast(:access as uuid), principal_id, identity.current_session(), operator, organisation_id, :operation,
               'ALLOWED', array[id, course_id], :trace
        from claimed
      )
      select centre.id, centre.code, centre.name, exists (select from claim) as fresh, alike.found as alike
      from centre cross join alike
      """
          .formatted(CENTRE, Likeness.SQL, WRITES);

  private final KeptJson json;
  private final AccessLog accessLog;

  SubmissionStore(KeptJson json, AccessLog accessLog) {
    this.json = json;
    this.accessLog = accessLog;
  }

  /**
   * What the one statement did.
   *
   * @param receivingHealthCentre 届出先保健所
   * @param alike whether somebody who is likely the same person was notified already
   * @param fresh false when the key stands already and nothing was written
   */
  record Outcome(OrganisationReference receivingHealthCentre, boolean alike, boolean fresh) {}

  /**
   * Enters and stores, in a transaction that has just begun.
   *
   * @return nothing when no health centre serves the sender's place: nothing was written
   */
  Optional<Outcome> enterAndStore(
      Handle handle, Caller caller, Submission submission, Claim claim) {
    try (Query statement = handle.createQuery(STORE)) {
      bindCaller(statement, caller);
      bindSubmission(statement, submission);
      bindClaim(statement, claim, submission.at());
      FormColumns.bind(statement, submission.form(), json);
      Likeness.of(submission.form(), Japan.day(submission.at())).bind(statement);
      return statement.execute((executed, context) -> outcome(executed.get()));
    }
  }

  private static Optional<Outcome> outcome(PreparedStatement executed) throws SQLException {
    executed.getMoreResults();
    try (ResultSet row = executed.getResultSet()) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new Outcome(
              new OrganisationReference(
                  row.getObject("id", UUID.class), row.getString("code"), row.getString("name")),
              row.getBoolean("alike"),
              row.getBoolean("fresh")));
    }
  }

  private void bindCaller(Query statement, Caller caller) {
    statement
        .bind("session", caller.sessionId())
        .bind("organisation", caller.organisationId())
        .bind("role", caller.roleName())
        .bind("operator", caller.operator())
        .bind("operation", OPERATION)
        .bind("access", Uuids.next())
        .bind("trace", accessLog.traceId());
  }

  private void bindSubmission(Query statement, Submission submission) {
    OffsetDateTime at = submission.at().atOffset(ZoneOffset.UTC);
    statement
        .bind("notification", submission.notificationId())
        .bind("course", submission.courseId())
        .bind("entryId", submission.smartphoneEntryId().value())
        .bind("at", at)
        .bind("sender", submission.provenance().sender())
        .bind("enteredBy", submission.provenance().enteredBy().id())
        .bind("enteredOperator", submission.provenance().enteredBy().operator())
        .bind("faxReceivedOn", submission.provenance().faxReceivedOn())
        .bind("version", submission.version().label())
        .bind(
            "dates",
            json.write(Map.of(submission.form().judged().category(), Japan.day(submission.at()))))
        .bind("disease", submission.disease().name())
        .bind("findings", json.write(submission.warnings()))
        .bind("findingsIfAlike", json.write(submission.warnings(true)));
  }

  private static void bindClaim(Query statement, Claim claim, Instant at) {
    statement
        .bind("keyOperation", claim.operation())
        .bind("key", claim.key().value())
        .bind("fingerprint", claim.fingerprint())
        .bind("expired", at.minus(IdempotencyKeys.KEPT).atOffset(ZoneOffset.UTC));
  }
}
