package org.openhersys.notification.progress;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.question.Question;
import org.openhersys.notification.question.QuestionRecords;
import org.openhersys.notification.question.QuestionState;

/** 届出の状況: how far a notification has come, and what its sender is waited for. */
@Singleton
public class ReadingProgress {
  private static final String OPERATION = "notification.progress";

  private final AccountedAccess access;
  private final ProgressRecords records;
  private final QuestionRecords questions;

  ReadingProgress(AccountedAccess access, ProgressRecords records, QuestionRecords questions) {
    this.access = access;
    this.records = records;
    this.questions = questions;
  }

  /**
   * @throws ProblemException 404 when there is no notification that the caller may know of
   */
  Progress read(Caller caller, UUID id, Locale language) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          KeptProgress kept = records.find(handle, id).orElseThrow(ProblemException::notFound);
          List<Question> open =
              questions.of(handle, id).stream()
                  .filter(question -> question.state() == QuestionState.OPEN)
                  .toList();
          access.record(handle, caller, OPERATION, List.of(kept.id(), kept.courseId()));
          return kept.told(open, language);
        });
  }
}
