package org.openhersys.notification.submission;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.SmartphoneEntryId;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.catalogue.FormCalendar;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.MissingItems;
import org.openhersys.notification.check.FaxVerdict;
import org.openhersys.notification.check.Verdict;
import org.openhersys.notification.form.NotificationForm;
import org.postgresql.util.PSQLException;

/**
 * Taking in a notification (報告 → 受理, 感染症法第12条第1項). Notification, course of care, event, mail to the
 * receiving centre, access log and idempotency key commit together; a refused submission leaves
 * nothing behind, so that it may be corrected under the same key.
 */
@Singleton
public class SubmittingNotification {
  private static final int ENTRY_ID_ATTEMPTS = 5;
  private static final String ENTRY_ID_TAKEN = "course_smartphone_entry_id_key";
  private static final String BEFORE = "before_storing";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Jdbi jdbi;
  private final CallerTransaction transaction;
  private final SubmissionStore submissions;
  private final NotificationStore notifications;
  private final IdempotencyKeys keys;
  private final AccessLog accessLog;
  private final FormCalendar calendar;
  private final MissingItems missing;
  private final Clock clock;

  SubmittingNotification(
      Jdbi jdbi,
      CallerTransaction transaction,
      SubmissionStore submissions,
      NotificationStore notifications,
      IdempotencyKeys keys,
      AccessLog accessLog,
      FormCalendar calendar,
      MissingItems missing,
      Clock clock) {
    this.jdbi = jdbi;
    this.transaction = transaction;
    this.submissions = submissions;
    this.notifications = notifications;
    this.keys = keys;
    this.accessLog = accessLog;
    this.calendar = calendar;
    this.missing = missing;
    this.clock = clock;
  }

  /**
   * Accepts the notification, or answers as it did before under the same key.
   *
   * @throws ProblemException 422 with every finding that refuses, or when the key stands for
   *     another body; 409 when no health centre serves the sender's place, or while the same
   *     submission is still at work; 401 when the session is over
   */
  Accepted submit(Caller caller, IdempotencyKey key, Body<NotificationForm> body) {
    Instant now = clock.instant();
    LocalDate today = Japan.day(now);
    FormVersion version = calendar.on(today);
    Verdict verdict = Verdict.ofSubmission(caller.role(), body, today, version);
    byte[] fingerprint = Fingerprint.of(body.raw());
    if (!verdict.isAcceptable()) {
      return repetition(caller, key, fingerprint)
          .orElseThrow(() -> ProblemException.invalidContent(verdict.errors()));
    }
    Claim claim = new Claim(SubmissionStore.OPERATION, key, fingerprint);
    return store(
        new Submission(
            Uuids.next(),
            Uuids.next(),
            SmartphoneEntryId.random(RANDOM),
            body.value(),
            version,
            verdict.findings(),
            List.of(),
            now,
            Provenance.of(caller)),
        attempt -> jdbi.inTransaction(handle -> storeOnce(handle, caller, attempt, claim)));
  }

  /**
   * Accepts what something kept here has become, in the transaction that holds it: both commit
   * together, or neither.
   *
   * @throws ProblemException 422 with every finding that refuses, or when the key stands for
   *     another body; 409 when no health centre serves the sender's place
   */
  public Accepted submit(Handle handle, Caller caller, Manuscript manuscript) {
    Instant now = clock.instant();
    LocalDate today = Japan.day(now);
    FormVersion version = calendar.on(today);
    FaxVerdict verdict = manuscript.examine(caller.role(), today, version);
    if (!verdict.verdict().isAcceptable()) {
      throw ProblemException.invalidContent(verdict.verdict().errors());
    }
    Claim claim = new Claim(manuscript.operation(), manuscript.key(), manuscript.fingerprint());
    return store(
        new Submission(
            manuscript.notificationId(),
            Uuids.next(),
            SmartphoneEntryId.random(RANDOM),
            manuscript.form().value(),
            version,
            verdict.verdict().findings(),
            verdict.queried(),
            now,
            manuscript.provenance()),
        attempt -> storeAgain(handle, caller, attempt, claim));
  }

  /** What was accepted before under the same key, if anything was. */
  public Optional<Accepted> repeated(
      Handle handle, Caller caller, String operation, IdempotencyKey key, byte[] fingerprint) {
    return keys.find(handle, caller, operation, key, fingerprint)
        .map(standing -> answerAgain(handle, caller, standing));
  }

  // What was accepted once is answered again, whatever the rules have become since.
  private Optional<Accepted> repetition(Caller caller, IdempotencyKey key, byte[] fingerprint) {
    return transaction.inScope(
        caller, handle -> repeated(handle, caller, SubmissionStore.OPERATION, key, fingerprint));
  }

  private static Accepted store(Submission submission, Function<Submission, Accepted> once) {
    Submission attempt = submission;
    for (int left = ENTRY_ID_ATTEMPTS; ; left--) {
      try {
        return once.apply(attempt);
      } catch (UnableToExecuteStatementException failure) {
        if (left == 1 || !isEntryIdTaken(failure)) {
          throw IdempotencyKeys.whileClaiming(failure);
        }
        attempt = attempt.under(SmartphoneEntryId.random(RANDOM));
      }
    }
  }

  private Accepted storeOnce(Handle handle, Caller caller, Submission submission, Claim claim) {
    SubmissionStore.Outcome outcome =
        submissions
            .enterAndStore(handle, caller, submission, claim)
            .orElseThrow(SubmittingNotification::nobodyReceives);
    return outcome.fresh()
        ? accepted(submission, outcome)
        : answerAgain(handle, caller, standing(handle, caller, claim));
  }

  // An entry id that is taken ends the transaction; what the transaction holds must outlive it.
  private Accepted storeAgain(Handle handle, Caller caller, Submission submission, Claim claim) {
    handle.savepoint(BEFORE);
    try {
      return storeOnce(handle, caller, submission, claim);
    } catch (UnableToExecuteStatementException failure) {
      handle.rollbackToSavepoint(BEFORE);
      throw failure;
    }
  }

  private UUID standing(Handle handle, Caller caller, Claim claim) {
    return keys.standing(handle, caller, claim.operation(), claim.key(), claim.fingerprint());
  }

  private Accepted answerAgain(Handle handle, Caller caller, UUID standing) {
    Accepted before = notifications.firstAnswer(handle, standing);
    accessLog.record(
        handle, caller, "notification.receipt", List.of(before.id(), before.courseId()));
    return before;
  }

  private Accepted accepted(Submission submission, SubmissionStore.Outcome outcome) {
    return new Accepted(
        submission.notificationId(),
        submission.smartphoneEntryId().value(),
        submission.courseId(),
        submission.disease(),
        submission.form().judged().category(),
        submission.version().label(),
        1,
        Japan.day(submission.at()),
        submission.provenance().faxReceivedOn(),
        outcome.receivingHealthCentre(),
        submission.warnings(outcome.alike()),
        missing.of(submission.form(), submission.version()),
        submission.queried());
  }

  /** 409: no health centre serves the sender's place. */
  static ProblemException nobodyReceives() {
    return ProblemException.conflict(
        "RECEIVING_HEALTH_CENTRE_MISSING",
        "医療機関の所在地を管轄する保健所が登録されていません。管理者に連絡してください。",
        "No health centre is registered for the institution's place. Ask the administrator.");
  }

  /** Whether a submission failed because somebody else has drawn its smartphone entry id. */
  static boolean isEntryIdTaken(UnableToExecuteStatementException failure) {
    return failure.getCause() instanceof PSQLException sql
        && sql.getServerErrorMessage() != null
        && ENTRY_ID_TAKEN.equals(sql.getServerErrorMessage().getConstraint());
  }
}
