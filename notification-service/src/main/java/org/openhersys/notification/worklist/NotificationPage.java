package org.openhersys.notification.worklist;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/**
 * A page of notifications.
 *
 * @param next cursor of the next page, or null on the last
 */
public record NotificationPage(List<NotificationSummary> items, @Nullable String next) {

  /**
   * Of one row more than the page holds, where there is a next page.
   *
   * @param place of a row, by which the list is read
   */
  static NotificationPage of(
      List<NotificationSummary> found,
      PageLimit limit,
      Function<NotificationSummary, NotificationPlace> place,
      Cursors cursors,
      String list,
      UUID organisation,
      String filter) {
    if (found.size() <= limit.value()) {
      return new NotificationPage(found, null);
    }
    List<NotificationSummary> items = found.subList(0, limit.value());
    NotificationPlace end = place.apply(items.get(items.size() - 1));
    return new NotificationPage(items, cursors.seal(list, organisation, filter, end.parts()));
  }

  List<UUID> ids() {
    return items.stream().map(NotificationSummary::id).toList();
  }
}
