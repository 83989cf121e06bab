package org.openhersys.notification.batch;

import java.util.List;

/**
 * 行ごとの結果: a page.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record BatchRowPage(List<BatchRow> items, String next) {}
