package org.openhersys.notification.question;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.Announcements;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.ConfirmationDeed;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.mail.MailKind;

/**
 * 質問への回答 by the sender, and 質問の取下げ by the receiving centre. With the last one the notification is
 * to be confirmed again; the centre is told of an answer.
 */
@Singleton
public class SettlingQuestion {
  private static final String ANSWER = "question.answer";
  private static final String WITHDRAW = "question.withdraw";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final QuestionRecords records;
  private final Announcements announcements;
  private final Clock clock;

  SettlingQuestion(
      AccountedAccess access,
      Confirmations confirmations,
      QuestionRecords records,
      Announcements announcements,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.records = records;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 404 unseen or no such question, 403 not the sender, 409 not open or
   *     withdrawn
   */
  Question answer(Caller caller, UUID notification, UUID question, String text) {
    return access.attempt(
        caller,
        ANSWER,
        List.of(notification, question),
        handle -> {
          Confirmation held =
              confirmations.hold(handle, notification).requireSender(caller).requireNotWithdrawn();
          boolean last = settle(handle, caller, held, question, text);
          if (last) {
            announcements.mail(
                handle,
                MailKind.QUESTION_ANSWERED,
                held.receivingCentre(),
                held,
                question.toString());
          }
          return settled(handle, caller, held, question, ANSWER);
        });
  }

  /**
   * @throws ProblemException 404 unseen or no such question, 403 not the receiving centre, 409 not
   *     open or withdrawn
   */
  Question withdraw(Caller caller, UUID notification, UUID question) {
    return access.attempt(
        caller,
        WITHDRAW,
        List.of(notification, question),
        handle -> {
          Confirmation held =
              confirmations
                  .hold(handle, notification)
                  .requireReceivingCentre(caller)
                  .requireNotWithdrawn();
          settle(handle, caller, held, question, null);
          return settled(handle, caller, held, question, WITHDRAW);
        });
  }

  /** Answers whether none is open any more. */
  private boolean settle(
      Handle handle, Caller caller, Confirmation held, UUID id, @Nullable String answer) {
    Question question =
        records.find(handle, held.notificationId(), id).orElseThrow(ProblemException::notFound);
    if (question.state() != QuestionState.OPEN) {
      throw ProblemException.conflict(
          "QUESTION_SETTLED", "この質問は回答済みか、取り下げられています。", "The question is answered or withdrawn.");
    }
    Instant now = clock.instant();
    records.settle(handle, caller, id, answer, now);
    boolean last =
        records.of(handle, held.notificationId()).stream()
            .noneMatch(other -> other.state() == QuestionState.OPEN);
    confirmations.move(
        handle, caller, held, last ? ConfirmationDeed.SETTLE_LAST : ConfirmationDeed.SETTLE, now);
    return last;
  }

  private Question settled(
      Handle handle, Caller caller, Confirmation held, UUID id, String operation) {
    access.record(handle, caller, operation, List.of(held.notificationId(), held.courseId(), id));
    return records.find(handle, held.notificationId(), id).orElseThrow(ProblemException::notFound);
  }
}
