package org.openhersys.notification.revision;

import java.util.List;

/**
 * 改訂の一覧: newest first.
 *
 * @param next cursor of the next page, or null on the last
 */
public record RevisionPage(List<RevisionSummary> items, String next) {}
