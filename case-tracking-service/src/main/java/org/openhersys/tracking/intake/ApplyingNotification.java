package org.openhersys.tracking.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.tracking.intake.CaseRecords.OpenCase;
import org.openhersys.tracking.intake.NotificationRecords.Revisions;

/**
 * Brings a case to the present state of its course's current notification, and opens it with the
 * first one of a course. Another revision, another 保健所確認, a 追加登録 or a 取下げ is told to whoever sees
 * the case. May be done again and in any order: what is loaded is the present state, and what the
 * case already shows changes nothing.
 */
@Singleton
class ApplyingNotification {
  private final NotificationRecords notifications;
  private final CaseRecords cases;
  private final Clock clock;

  @Inject
  ApplyingNotification(NotificationRecords notifications, CaseRecords cases, Clock clock) {
    this.notifications = notifications;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Applies it within the transaction.
   *
   * @throws IllegalStateException when there is no such notification: an event without its
   *     notification is a fault
   */
  void apply(Handle handle, UUID notification) {
    Revisions revisions =
        notifications
            .revisions(handle, notification)
            .orElseThrow(() -> new IllegalStateException("the notification is not there"));
    if (!revisions.isNews()) {
      return;
    }
    NotifiedState state = notifications.currentOf(handle, revisions.courseId());
    OpenCase found = openOrRefresh(handle, state);
    if (found.statusVersion() == 0 && state.currentStatus() != null) {
      cases.setFirstStatus(handle, found.id(), state);
    }
    notifications.remember(handle, notification, found.id(), revisions.present());
    cases.announce(handle, found.id());
  }

  private OpenCase openOrRefresh(Handle handle, NotifiedState state) {
    Optional<OpenCase> standing = cases.lock(handle, state.courseId());
    if (standing.isPresent()) {
      cases.refresh(handle, standing.get(), state, clock.instant());
      return standing.get();
    }
    UUID id = Uuids.next();
    CaseNumber number =
        CaseNumber.of(state.firstSubmittedAt().toInstant(), cases.nextNumber(handle));
    cases.open(handle, id, number, state, clock.instant());
    return new OpenCase(id, 0, state.caseState());
  }
}
