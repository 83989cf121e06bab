package org.openhersys.notification.dailycount;

import org.jspecify.annotations.Nullable;

/**
 * 年齢階級別報告数: how many of an age band.
 *
 * @param ageBand code of the band
 * @param count persons
 */
public record BandCount(@Nullable String ageBand, @Nullable Integer count) {}
