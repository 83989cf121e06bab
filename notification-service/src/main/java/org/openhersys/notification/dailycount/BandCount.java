package org.openhersys.notification.dailycount;

/**
 * 年齢階級別報告数: how many of an age band.
 *
 * @param ageBand code of the band
 * @param count persons
 */
public record BandCount(String ageBand, Integer count) {}
