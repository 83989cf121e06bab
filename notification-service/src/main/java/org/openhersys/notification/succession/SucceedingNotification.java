package org.openhersys.notification.succession;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.catalogue.FormCalendar;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.check.FaxVerdict;
import org.openhersys.notification.check.SamePatient;
import org.openhersys.notification.check.Verdict;
import org.openhersys.notification.confirmation.Announcements;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.duplicate.LookingForSamePerson;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.mail.MailKind;
import org.openhersys.notification.revision.RevisionRecords;
import org.openhersys.notification.submission.Accepted;
import org.openhersys.notification.submission.Manuscript;
import org.openhersys.notification.submission.NotificationStore;

/**
 * 追加登録 ([S3], [S7]): another notification of the same course of care, such as that of a confirmed
 * patient who was a suspected one, by the sender or by a centre that may write the case. From then
 * on the former ones are read-only for everybody; the new one is reported, confirmed and revised by
 * itself, under the same smartphone entry id, at the same receiving centre.
 */
@Singleton
public class SucceedingNotification {
  private static final String OPERATION = "notification.succeed";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final NotificationStore notifications;
  private final SuccessionRecords records;
  private final RevisionRecords revisions;
  private final LookingForSamePerson samePerson;
  private final Announcements announcements;
  private final IdempotencyKeys keys;
  private final FormCalendar calendar;
  private final Clock clock;

  SucceedingNotification(
      AccountedAccess access,
      Confirmations confirmations,
      NotificationStore notifications,
      SuccessionRecords records,
      RevisionRecords revisions,
      LookingForSamePerson samePerson,
      Announcements announcements,
      IdempotencyKeys keys,
      FormCalendar calendar,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.notifications = notifications;
    this.records = records;
    this.revisions = revisions;
    this.samePerson = samePerson;
    this.announcements = announcements;
    this.keys = keys;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Accepts it behind the former, or answers as it did before under the same key.
   *
   * @param former the current notification of the course
   * @throws ProblemException 404 unseen, 403 only read; 409 the former is withdrawn, or not the
   *     current one; 422 with every finding that refuses, or when the key stands for another
   *     request
   */
  Accepted succeed(Caller caller, UUID former, IdempotencyKey key, Body<NotificationForm> body) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(former),
        handle -> {
          Confirmation held = confirmations.holdToChange(handle, former);
          UUID id = Uuids.next();
          Optional<UUID> standing =
              keys.claim(handle, caller, OPERATION, key, Fingerprint.of(body.raw()), id);
          if (standing.isPresent()) {
            return answerAgain(handle, caller, former, standing.get());
          }
          Instant now = clock.instant();
          LocalDate today = Japan.day(now);
          FormVersion version = calendar.on(today);
          Verdict verdict = Verdict.ofSubmission(caller.role(), body, today, version);
          Successor later = new Successor(id, body.value(), version, verdict, now, false);
          accept(handle, caller, held.requireCurrent(), later);
          access.record(handle, caller, OPERATION, List.of(id, former, held.courseId()));
          return notifications.firstAnswer(handle, id);
        });
  }

  /**
   * The same of what something kept here has become, such as a fax, in the transaction that holds
   * it: in the name of whoever sent it, entered as it is.
   *
   * @throws ProblemException as above
   */
  public Accepted succeed(Handle handle, Caller caller, UUID former, Manuscript manuscript) {
    Confirmation held = confirmations.holdToChange(handle, former);
    UUID id = manuscript.notificationId();
    Optional<UUID> standing =
        keys.claim(
            handle, caller, manuscript.operation(), manuscript.key(), manuscript.fingerprint(), id);
    if (standing.isPresent()) {
      return answerAgain(handle, caller, former, standing.get());
    }
    Instant now = clock.instant();
    LocalDate today = Japan.day(now);
    FormVersion version = calendar.on(today);
    FaxVerdict verdict = manuscript.examine(caller.role(), today, version);
    Successor later =
        new Successor(id, manuscript.form().value(), version, verdict.verdict(), now, true);
    accept(handle, caller, held.requireCurrent(), later);
    access.record(handle, caller, OPERATION, List.of(id, former, held.courseId()));
    return notifications.firstAnswer(handle, id).asking(verdict.queried());
  }

  // The address is part of what is asked, but not of the body that the key stands for.
  private Accepted answerAgain(Handle handle, Caller caller, UUID former, UUID standing) {
    if (!records.succeeds(handle, standing, former)) {
      throw ProblemException.keyReused();
    }
    Accepted before = notifications.firstAnswer(handle, standing);
    access.record(handle, caller, "notification.receipt", List.of(before.id(), before.courseId()));
    return before;
  }

  private void accept(Handle handle, Caller caller, Confirmation held, Successor later) {
    if (!later.verdict().isAcceptable()) {
      throw ProblemException.invalidContent(later.verdict().errors());
    }
    UUID id = later.id();
    Instant now = later.at();
    records.succeed(handle, held.notificationId(), later);
    revisions.write(handle, caller, id, 1, later.form(), warnings(handle, held, later), now);
    announcements.event(handle, Announcements.Kind.NOTIFICATION_SUBMITTED, id, 1, now);
    announcements.mail(
        handle,
        MailKind.NOTIFICATION_RECEIVED,
        held.receivingCentre(),
        confirmations.hold(handle, id),
        "1");
  }

  private List<Finding> warnings(Handle handle, Confirmation held, Successor later) {
    NotificationForm former =
        notifications
            .find(handle, held.notificationId())
            .orElseThrow(ProblemException::notFound)
            .document();
    return Stream.of(
            later.verdict().findings().stream(),
            samePerson.look(handle, later.form(), Japan.day(later.at()), held.courseId()).stream(),
            SamePatient.findings(former, later.form()).stream())
        .flatMap(some -> some)
        .toList();
  }
}
