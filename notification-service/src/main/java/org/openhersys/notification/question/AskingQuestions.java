package org.openhersys.notification.question;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.Announcements;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.ConfirmationDeed;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.mail.MailKind;

/** 差戻し: the receiving centre asks the sender. The notification stays reported, its case goes on. */
@Singleton
public class AskingQuestions {
  private static final String OPERATION = "question.ask";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final QuestionRecords records;
  private final Announcements announcements;
  private final IdempotencyKeys keys;
  private final Clock clock;

  AskingQuestions(
      AccountedAccess access,
      Confirmations confirmations,
      QuestionRecords records,
      Announcements announcements,
      IdempotencyKeys keys,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.records = records;
    this.announcements = announcements;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param key null when the client gave none
   * @param raw the body as it came, which the key stands for
   * @return all questions of the notification
   * @throws ProblemException 404 unseen, 403 not the receiving centre, 409 nobody to ask, or
   *     withdrawn or superseded
   */
  Questions ask(
      Caller caller,
      UUID notification,
      QuestionRequest request,
      @Nullable IdempotencyKey key,
      byte[] raw) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(notification),
        handle -> {
          Confirmation held =
              confirmations
                  .hold(handle, notification)
                  .requireReceivingCentre(caller)
                  .requireCurrent();
          if (!isRepetition(handle, caller, notification, key, raw)) {
            ask(handle, caller, held, request.judged());
          }
          access.record(handle, caller, OPERATION, List.of(notification, held.courseId()));
          return new Questions(records.of(handle, notification));
        });
  }

  /**
   * Asks in a transaction that is at work already, as the receiving centre.
   *
   * @throws ProblemException 404 unseen, 403 not the receiving centre, 409 nobody to ask
   */
  public void ask(Handle handle, Caller caller, UUID notification, List<QuestionItem> items) {
    ask(
        handle,
        caller,
        confirmations.hold(handle, notification).requireReceivingCentre(caller),
        items);
  }

  private void ask(Handle handle, Caller caller, Confirmation held, List<QuestionItem> items) {
    if (held.sender().equals(held.receivingCentre())) {
      throw ProblemException.conflict(
          "NOBODY_TO_ASK",
          "自らの保健所が提出した発生届は差し戻せません。",
          "A notification of the centre itself has nobody to ask.");
    }
    Instant now = clock.instant();
    records.add(handle, caller, held, items, now);
    confirmations.move(handle, caller, held, ConfirmationDeed.ASK, now);
    announcements.mail(
        handle,
        MailKind.NOTIFICATION_RETURNED,
        held.sender(),
        held,
        String.valueOf(held.version() + 1));
  }

  private boolean isRepetition(
      Handle handle, Caller caller, UUID notification, @Nullable IdempotencyKey key, byte[] raw) {
    Optional<UUID> standing =
        Optional.ofNullable(key)
            .flatMap(
                k -> keys.claim(handle, caller, OPERATION, k, Fingerprint.of(raw), notification));
    // The address is part of what is asked, but not of the body that the key stands for.
    if (standing.filter(other -> !other.equals(notification)).isPresent()) {
      throw ProblemException.keyReused();
    }
    return standing.isPresent();
  }
}
