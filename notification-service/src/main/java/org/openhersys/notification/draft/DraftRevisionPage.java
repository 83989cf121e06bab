package org.openhersys.notification.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 下書きの改訂の一覧, newest first.
 *
 * @param next cursor of the next page, or null on the last
 */
public record DraftRevisionPage(List<DraftRevision> items, @Nullable String next) {}
