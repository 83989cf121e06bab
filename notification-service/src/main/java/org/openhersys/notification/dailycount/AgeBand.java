package org.openhersys.notification.dailycount;

import org.jspecify.annotations.Nullable;

/**
 * 年齢階級.
 *
 * @param code what reports name it by
 * @param from the youngest, in years
 * @param to the oldest, in years; null where nothing bounds it
 */
public record AgeBand(
    String code, int from, @Nullable Integer to, String japanese, String english) {}
