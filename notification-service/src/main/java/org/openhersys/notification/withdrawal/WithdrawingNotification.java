package org.openhersys.notification.withdrawal;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.Announcements;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.ConfirmationDeed;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.mail.MailKind;
import org.openhersys.notification.revision.Staleness;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.NotificationStore;

/**
 * 取下げ: a notification that was a mistake is taken back by its sender, or by a centre that may write
 * the case. It stays readable with everything that was done with it; it counts no more, and no list
 * of work shows it. Withdrawing a mistaken 追加登録 makes the one before it current again. It is final:
 * what was no mistake after all is reported anew.
 */
@Singleton
public class WithdrawingNotification {
  private static final String OPERATION = "notification.withdraw";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final NotificationStore notifications;
  private final WithdrawalRecords records;
  private final Staleness staleness;
  private final Announcements announcements;
  private final Clock clock;

  WithdrawingNotification(
      AccountedAccess access,
      Confirmations confirmations,
      NotificationStore notifications,
      WithdrawalRecords records,
      Staleness staleness,
      Announcements announcements,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.notifications = notifications;
    this.records = records;
    this.staleness = staleness;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * @param ifMatch the tag of the notification that the caller saw
   * @return the notification as it then stands
   * @throws ProblemException 404 unseen, 403 only read; 409 withdrawn already; 428, 412 with the
   *     differences
   */
  KeptNotification withdraw(Caller caller, UUID id, @Nullable String ifMatch, String reason) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          Confirmation held = confirmations.holdToChange(handle, id).requireNotWithdrawn();
          KeptNotification present = present(handle, id);
          ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, present, ifMatch));
          Instant now = clock.instant();
          confirmations.move(handle, caller, held, ConfirmationDeed.WITHDRAW, now);
          records.add(handle, caller, id, reason, now);
          records.deriveCurrent(handle, present.courseId());
          tell(handle, caller, held, now);
          access.record(handle, caller, OPERATION, List.of(id, present.courseId()));
          return present(handle, id);
        });
  }

  // Whoever did it knows.
  private void tell(Handle handle, Caller caller, Confirmation held, Instant now) {
    announcements.event(
        handle,
        Announcements.Kind.NOTIFICATION_WITHDRAWN,
        held.notificationId(),
        held.revision(),
        now);
    Stream.of(held.sender(), held.receivingCentre())
        .distinct()
        .filter(organisation -> !organisation.equals(caller.organisationId()))
        .forEach(
            organisation ->
                announcements.mail(
                    handle, MailKind.NOTIFICATION_WITHDRAWN, organisation, held, ""));
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
