package org.openhersys.notification.quality;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of queries.
 *
 * @param next cursor of the next page, or null on the last
 */
public record QualityQueryPage(List<QualityQuery> items, @Nullable String next) {

  /** What is looked at with it, for the access log. */
  List<UUID> notifications() {
    return items.stream().map(QualityQuery::notificationId).distinct().toList();
  }
}
