package org.openhersys.notification.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一括届出の一覧: a page.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record BatchPage(List<Batch> items, @Nullable String next) {}
