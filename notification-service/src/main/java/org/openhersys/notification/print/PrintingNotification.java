package org.openhersys.notification.print;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.NotificationStore;

/** 発生届の印刷: a copy of a notification in its present revision, laid out like 別記様式6-1. */
@Singleton
public class PrintingNotification {
  private static final String OPERATION = "notification.print";

  private final AccountedAccess access;
  private final NotificationStore notifications;
  private final SettingSheet sheets;
  private final PrintingPages pages;
  private final Clock clock;

  PrintingNotification(
      AccountedAccess access,
      NotificationStore notifications,
      SettingSheet sheets,
      PrintingPages pages,
      Clock clock) {
    this.access = access;
    this.notifications = notifications;
    this.sheets = sheets;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * The file, PDF. It is set in type after the transaction that recorded it has ended.
   *
   * @throws ProblemException 404 when there is no notification that the caller may know of
   */
  byte[] print(Caller caller, UUID id) {
    KeptNotification kept =
        access.attempt(
            caller,
            OPERATION,
            List.of(id),
            handle -> {
              KeptNotification found =
                  notifications.find(handle, id).orElseThrow(ProblemException::notFound);
              access.record(handle, caller, OPERATION, List.of(found.id(), found.courseId()));
              return found;
            });
    return pages.print(sheets.sheet(kept, Japan.today(clock)));
  }
}
