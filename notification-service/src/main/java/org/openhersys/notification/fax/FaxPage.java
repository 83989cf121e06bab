package org.openhersys.notification.fax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FAXの一覧, oldest first.
 *
 * @param next cursor of the next page, or null on the last
 * @param queue how high the heap is
 */
public record FaxPage(List<Fax> items, @Nullable String next, FaxQueue queue) {}
