package org.openhersys.notification.quality;

import org.jspecify.annotations.Nullable;

/**
 * 精度管理の一覧: what waits for a step.
 *
 * @param need null for all
 */
record QualityWorkList(QualityStep step, @Nullable QualityNeed need) {

  /** A page of ids, read through one index, oldest first. */
  String sql(boolean fromPlace) {
    return "select c.notification_id, c.submitted_at from notification.quality_chain c where c.state = '"
        + step.due()
        + "' and "
        + step.scope()
        + (need == null ? "" : " and " + need.condition())
        + (fromPlace ? " and (c.submitted_at, c.notification_id) > (:at, :id)" : "")
        + " order by c.submitted_at, c.notification_id limit :most";
  }

  /** The filter as one text, for the cursor. */
  String text() {
    return step + " " + need;
  }
}
