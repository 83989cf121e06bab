package org.openhersys.notification.dailycount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 日別報告数, as its reporter writes it.
 *
 * @param counts persons diagnosed on the day, every age band once
 * @param total of all bands
 */
public record DailyCountReport(
    @Nullable List<@Nullable BandCount> counts, @Nullable Integer total) {

  CountedPersons persons() {
    return new CountedPersons(counts, total);
  }
}
