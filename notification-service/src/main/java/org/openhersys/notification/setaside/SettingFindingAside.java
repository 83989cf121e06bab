package org.openhersys.notification.setaside;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.revision.Staleness;
import org.openhersys.notification.submission.KeptFinding;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.NotificationStore;

/**
 * 警告を確認済とする: a warning that was looked at and is right as it stands is no longer counted as open.
 * By the sender, the receiving centre, and the centres that may write the case. It changes neither
 * the form nor its confirmation, and blocks nothing.
 */
@Singleton
public class SettingFindingAside {
  private static final String OPERATION = "finding.set-aside";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final NotificationStore notifications;
  private final SetAsideRecords records;
  private final Staleness staleness;
  private final Clock clock;

  SettingFindingAside(
      AccountedAccess access,
      Confirmations confirmations,
      NotificationStore notifications,
      SetAsideRecords records,
      Staleness staleness,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.notifications = notifications;
    this.records = records;
    this.staleness = staleness;
    this.clock = clock;
  }

  /**
   * @param ifMatch the tag of the notification that the caller saw
   * @return the notification afterwards; unchanged where the warning was set aside before
   * @throws ProblemException 404 unseen, 403 only read; 428, 412 with the differences; 422 where
   *     the notification has no such warning
   */
  KeptNotification setAside(
      Caller caller, UUID id, @Nullable String ifMatch, SetAsideRequest request) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          Confirmation held = confirmations.hold(handle, id);
          KeptNotification present = present(handle, id);
          ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, present, ifMatch));
          if (meant(present, request).isOpen()) {
            records.add(handle, caller, held, request, clock.instant());
          }
          access.record(handle, caller, OPERATION, List.of(id, present.courseId()));
          return present(handle, id);
        });
  }

  private static KeptFinding meant(KeptNotification present, SetAsideRequest request) {
    return present.findings().stream()
        .filter(kept -> request.means(kept.finding()))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "/code",
                    "FINDING_UNKNOWN",
                    "この発生届にこの警告はありません。",
                    "The notification has no such warning."));
  }

  private KeptNotification present(Handle handle, UUID id) {
    return notifications.find(handle, id).orElseThrow(ProblemException::notFound);
  }

  private ProblemException stale(
      Handle handle, KeptNotification present, @Nullable String ifMatch) {
    Pattern tag = Pattern.compile("\"" + present.id() + "-([0-9]{1,9})\"");
    return staleness.problem(handle, present.id(), ifMatch, tag, present.revision(), present.tag());
  }
}
