package org.openhersys.notification.question;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.Confirmations;

/** Reading the questions about a notification. */
@Singleton
public class ReadingQuestions {
  private static final String OPERATION = "question.list";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final QuestionRecords records;

  ReadingQuestions(AccountedAccess access, Confirmations confirmations, QuestionRecords records) {
    this.access = access;
    this.confirmations = confirmations;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when there is no notification that the caller may know of
   */
  Questions read(Caller caller, UUID notification) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(notification),
        handle -> {
          confirmations.requireSight(handle, notification);
          access.record(handle, caller, OPERATION, List.of(notification));
          return new Questions(records.of(handle, notification));
        });
  }
}
