package org.openhersys.notification.quality;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the work list.
 *
 * @param next cursor of the next page, or null on the last
 */
public record QualityCheckPage(List<QualityCheck> items, @Nullable String next) {

  List<UUID> ids() {
    return items.stream().map(QualityCheck::id).toList();
  }
}
