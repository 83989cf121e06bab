package org.openhersys.notification.dailycount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of counts.
 *
 * @param next cursor of the next page, or null on the last
 */
public record DailyCountPage(List<DailyCount> items, @Nullable String next) {}
