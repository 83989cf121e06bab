package org.openhersys.notification.batch;

import java.util.List;

/**
 * 一括届出の一覧: a page.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record BatchPage(List<Batch> items, String next) {}
