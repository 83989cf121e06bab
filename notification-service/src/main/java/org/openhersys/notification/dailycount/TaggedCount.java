package org.openhersys.notification.dailycount;

/**
 * A count and its entity tag.
 *
 * @param isNew whether it was reported by this request
 */
record TaggedCount(String tag, boolean isNew, DailyCountHistory count) {}
