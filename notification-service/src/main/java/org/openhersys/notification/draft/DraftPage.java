package org.openhersys.notification.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 下書きの一覧, oldest first.
 *
 * @param next cursor of the next page, or null on the last
 */
public record DraftPage(List<DraftSummary> items, @Nullable String next) {}
