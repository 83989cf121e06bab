package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.time.Clock;
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
import org.openhersys.notification.mail.MailKind;
import org.openhersys.notification.question.QuestionItem;
import org.openhersys.notification.question.QuestionRequest;

/**
 * 照会: an institute or NIID asks the receiving centre about items of a notification. Confirmation
 * and case go on as they are.
 */
@Singleton
public class AskingQueries {
  private static final String OPERATION = "quality.ask";

  private final AccountedAccess access;
  private final QualityRecords chain;
  private final QueryRecords records;
  private final IdempotencyKeys keys;
  private final Clock clock;

  AskingQueries(
      AccountedAccess access,
      QualityRecords chain,
      QueryRecords records,
      IdempotencyKeys keys,
      Clock clock) {
    this.access = access;
    this.chain = chain;
    this.records = records;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param key null when the client gave none
   * @param raw the body as it came, which the key stands for
   * @return all queries of the notification that the caller's organisation asked
   * @throws ProblemException 404 no part in the notification's chain
   */
  QualityQueries ask(
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
          if (!records.hold(handle, notification)) {
            throw ProblemException.notFound();
          }
          if (!isRepetition(handle, caller, notification, key, raw)) {
            ask(handle, caller, notification, request.judged());
          }
          access.record(handle, caller, OPERATION, List.of(notification));
          return new QualityQueries(records.of(handle, notification));
        });
  }

  private void ask(Handle handle, Caller caller, UUID notification, List<QuestionItem> items) {
    QualityStep step = QualityStep.of(caller).orElseThrow(ProblemException::forbidden);
    QualityCheck about =
        chain.find(handle, notification).orElseThrow(ProblemException::notFound).check();
    int last = records.add(handle, caller, step, about, items, clock.instant());
    records.mail(
        handle,
        MailKind.QUALITY_QUERY_ASKED,
        about.receivingHealthCentre().id(),
        notification,
        String.valueOf(last));
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
