package org.openhersys.tracking.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.tracking.intake.CaseRecords.NewCase;
import org.openhersys.tracking.intake.CaseRecords.StandingCase;
import org.openhersys.tracking.intake.NotificationRecords.Revisions;

/**
 * Brings the cases of many notifications to the present state of the current notification of their
 * courses, and opens those that are not there. Another revision, another 保健所確認, a 追加登録 or a 取下げ is
 * told to whoever sees the case, once for all that came together. May be done again and in any
 * order: what is loaded is the present state, and what a case already shows changes nothing.
 *
 * <p>The number of statements does not grow with the number of notifications (ADR 30). What is
 * remembered as shown is read before what is shown, so it is never newer: whatever is written in
 * between has an event of its own, which is then still news.
 */
@Singleton
class ApplyingNotifications {
  private final NotificationRecords notifications;
  private final CaseRecords cases;
  private final Clock clock;

  @Inject
  ApplyingNotifications(NotificationRecords notifications, CaseRecords cases, Clock clock) {
    this.notifications = notifications;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Applies them within the transaction, which holds the reader's place: nobody else opens cases.
   *
   * @param told notifications in the order of their events; each as often as it likes
   * @throws IllegalStateException when one of them is not there: an event without its notification
   *     is a fault
   */
  void apply(Handle handle, List<UUID> told) {
    List<UUID> asked = told.stream().distinct().toList();
    List<Revisions> found = notifications.revisions(handle, asked);
    if (found.size() < asked.size()) {
      throw new IllegalStateException("a notification is not there");
    }
    List<Revisions> news = found.stream().filter(Revisions::isNews).toList();
    if (news.isEmpty()) {
      return;
    }
    List<UUID> courses = news.stream().map(Revisions::course).distinct().toList();
    Map<UUID, UUID> shown = openOrRefresh(handle, courses);
    notifications.remember(handle, news, shown);
    cases.announce(handle, courses.stream().map(shown::get).toList());
  }

  /** The case of each course. */
  private Map<UUID, UUID> openOrRefresh(Handle handle, List<UUID> courses) {
    Instant now = clock.instant();
    Map<UUID, UUID> shown = new HashMap<>();
    List<StandingCase> standing = cases.lock(handle, courses);
    standing.forEach(each -> shown.put(each.course(), each.id()));
    cases.refresh(handle, standing, now);

    List<NewCase> opened =
        cases.drawn(handle, courses.stream().filter(course -> !shown.containsKey(course)).toList());
    opened.forEach(each -> shown.put(each.course(), each.id()));
    cases.open(handle, opened, now);
    return shown;
  }
}
