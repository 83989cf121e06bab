package org.openhersys.notification.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** Reading 受理票 again: what was answered when a notification was accepted. */
@Singleton
public class ReadingReceipt {
  private static final String OPERATION = "notification.receipt";

  private final AccountedAccess access;
  private final NotificationStore notifications;

  ReadingReceipt(AccountedAccess access, NotificationStore notifications) {
    this.access = access;
    this.notifications = notifications;
  }

  /**
   * @throws ProblemException 404 when there is no notification that the caller may know of
   */
  Accepted read(Caller caller, UUID id) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          Accepted first =
              notifications.findFirstAnswer(handle, id).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, OPERATION, List.of(first.id(), first.courseId()));
          return first;
        });
  }
}
