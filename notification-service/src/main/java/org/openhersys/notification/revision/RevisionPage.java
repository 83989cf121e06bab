package org.openhersys.notification.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 改訂の一覧: newest first.
 *
 * @param next cursor of the next page, or null on the last
 */
public record RevisionPage(List<RevisionSummary> items, @Nullable String next) {}
