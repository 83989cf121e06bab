package org.openhersys.notification.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;
import org.openhersys.notification.confirmation.Announcements;
import org.openhersys.notification.confirmation.Confirmation;
import org.openhersys.notification.confirmation.ConfirmationDeed;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.quality.CountingMissingItems;
import org.openhersys.notification.revision.Staleness;

/** 保健所確認済 ([S14-2]): this revision was looked at by the receiving centre. */
@Singleton
public class ConfirmingNotification {
  private static final String OPERATION = "notification.confirm";
  private static final Pattern TAG = Pattern.compile("\"confirmation-([0-9]{1,9})-[0-9]{1,9}\"");

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final SheetRecords records;
  private final Staleness staleness;
  private final Announcements announcements;
  private final CountingMissingItems missing;
  private final Clock clock;

  ConfirmingNotification(
      AccountedAccess access,
      Confirmations confirmations,
      SheetRecords records,
      Staleness staleness,
      Announcements announcements,
      CountingMissingItems missing,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.records = records;
    this.staleness = staleness;
    this.announcements = announcements;
    this.missing = missing;
    this.clock = clock;
  }

  /**
   * @param ifMatch the tag of the sheet that the caller saw
   * @return the sheet afterwards
   * @throws ProblemException 404 unseen; 403 not the receiving centre, or a person who entered what
   *     is to be confirmed; 409 confirmed already or withdrawn; 428 without a tag, 412 changed
   *     meanwhile
   */
  KeptSheet confirm(Caller caller, UUID notification, @Nullable String ifMatch) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(notification),
        handle -> {
          Confirmation held = confirmations.hold(handle, notification);
          requireMayConfirm(handle, caller, sheet(handle, notification), ifMatch);
          Instant now = clock.instant();
          confirmations.move(handle, caller, held, ConfirmationDeed.CONFIRM, now);
          announcements.event(
              handle,
              Announcements.Kind.NOTIFICATION_CONFIRMED,
              notification,
              held.revision(),
              now);
          KeptSheet confirmed = sheet(handle, notification);
          missing.count(handle, notification, confirmed.document(), confirmed.formVersion());
          access.record(handle, caller, OPERATION, confirmed.subjects());
          return confirmed;
        });
  }

  // Who comes second to a confirmation is told of it, not of a stale tag; who entered a revision is
  // told so of the revision in hand, not of one that came meanwhile.
  private void requireMayConfirm(
      Handle handle, Caller caller, KeptSheet sheet, @Nullable String ifMatch) {
    ConfirmationObstacle obstacle = WhoMayConfirm.obstacle(caller, sheet).orElse(null);
    if (obstacle != null && obstacle != ConfirmationObstacle.SAME_PERSON) {
      throw refusal(obstacle);
    }
    ETags.requireMatch(ifMatch, sheet.tag(), () -> stale(handle, sheet, ifMatch));
    if (obstacle != null) {
      throw refusal(obstacle);
    }
  }

  private ProblemException stale(Handle handle, KeptSheet sheet, @Nullable String ifMatch) {
    return staleness.problem(handle, sheet.id(), ifMatch, TAG, sheet.revision(), sheet.tag());
  }

  private static ProblemException refusal(ConfirmationObstacle obstacle) {
    return switch (obstacle) {
      case ROLE_MAY_NOT, NOT_THE_RECEIVING_CENTRE -> ProblemException.forbidden();
      case WITHDRAWN ->
          ProblemException.conflict(
              "NOTIFICATION_WITHDRAWN", "この発生届は取り下げられています。", "The notification is withdrawn.");
      case CONFIRMED_ALREADY ->
          ProblemException.conflict(
              obstacle.name(), "この発生届は保健所確認済です。", "The notification is confirmed already.");
      case SAME_PERSON ->
          new ProblemException(
              ProblemType.FORBIDDEN,
              List.of(
                  Finding.error(
                      "",
                      obstacle.name(),
                      "入力した職員以外の者が確認してください（保健所の設定により変更できます）。",
                      "Somebody else than who entered it must confirm (a setting of the centre).")));
    };
  }

  private KeptSheet sheet(Handle handle, UUID notification) {
    return records.find(handle, notification).orElseThrow(ProblemException::notFound);
  }
}
