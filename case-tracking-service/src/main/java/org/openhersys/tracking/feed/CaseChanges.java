package org.openhersys.tracking.feed;

import java.util.List;

/**
 * 変更の一覧, oldest first; a case stands in it once.
 *
 * @param next the cursor to continue from, also when nothing changed
 * @param more whether there is more to read at once
 */
public record CaseChanges(List<CaseChange> items, String next, boolean more) {}
