package org.openhersys.notification.dailycount;

import java.time.LocalDate;
import java.util.List;

/**
 * 日別の合計 of an area.
 *
 * @param reporters how many have reported
 * @param counts persons by age band
 * @param total of all bands
 */
public record DailySum(LocalDate date, int reporters, List<BandCount> counts, int total) {}
