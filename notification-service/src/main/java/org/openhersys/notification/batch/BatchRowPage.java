package org.openhersys.notification.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 行ごとの結果: a page.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record BatchRowPage(List<BatchRow> items, @Nullable String next) {}
