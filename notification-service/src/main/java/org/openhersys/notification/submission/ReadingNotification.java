package org.openhersys.notification.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.problem.ProblemException;

/** Reading one notification; each look stands in the access log, a look in vain too ([S23]). */
@Singleton
public class ReadingNotification {
  private static final String OPERATION = "notification.read";

  private final CallerTransaction transaction;
  private final NotificationStore notifications;
  private final AccessLog accessLog;

  ReadingNotification(
      CallerTransaction transaction, NotificationStore notifications, AccessLog accessLog) {
    this.transaction = transaction;
    this.notifications = notifications;
    this.accessLog = accessLog;
  }

  /**
   * The notification in its present revision.
   *
   * @throws ProblemException 404 when there is none, or none that the caller may know of
   */
  KeptNotification read(Caller caller, UUID id) {
    Optional<KeptNotification> found =
        transaction.inScope(
            caller,
            handle -> {
              Optional<KeptNotification> notification = notifications.find(handle, id);
              notification.ifPresent(
                  kept ->
                      accessLog.record(
                          handle, caller, OPERATION, List.of(kept.id(), kept.courseId())));
              return notification;
            });
    if (found.isEmpty()) {
      accessLog.denied(caller, OPERATION, List.of(id));
    }
    return found.orElseThrow(ProblemException::notFound);
  }
}
