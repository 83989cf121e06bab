package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;

/** 日別報告数の集計: the sums of an area, by day and age band, in one query. */
@Singleton
public class SummingDailyCounts {
  private static final String OPERATION = "daily-count.sum";

  private static final String SUMS =
      """
      select c.day, band.key as band, sum(cast(band.value as int)) as persons, count(distinct c.id) as reporters
      from notification.daily_count c
      join notification.daily_count_revision r on r.daily_count_id = c.id and r.revision = c.revision
      cross join lateral jsonb_each_text(r.counts) band
      where c.day between :from and :to and %s
      group by grouping sets ((c.day), (c.day, band.key))
      order by c.day, band.key nulls first
      """
          .formatted(CountList.Side.AREA.condition());

  private final AccountedAccess access;

  SummingDailyCounts(AccountedAccess access) {
    this.access = access;
  }

  DailySums sum(Caller caller, CountPeriod period) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          DailySums sums = new DailySums(sums(handle, caller, period));
          access.record(handle, caller, OPERATION, List.of());
          return sums;
        });
  }

  /** A row of the sums: the whole day first, where the band is null, then its bands. */
  private record Row(LocalDate day, @Nullable String band, int persons, int reporters) {}

  private static List<DailySum> sums(Handle handle, Caller caller, CountPeriod period) {
    Map<LocalDate, List<Row>> days = new LinkedHashMap<>();
    handle
        .createQuery(SUMS)
        .bind("from", period.from())
        .bind("to", period.to())
        .bind("organisation", caller.organisationId())
        .map(
            (row, context) ->
                new Row(
                    row.getObject("day", LocalDate.class),
                    row.getString("band"),
                    row.getInt("persons"),
                    row.getInt("reporters")))
        .forEach(row -> days.computeIfAbsent(row.day(), day -> new ArrayList<>()).add(row));
    return days.values().stream().map(SummingDailyCounts::sum).toList();
  }

  private static DailySum sum(List<Row> rows) {
    Row whole = rows.get(0);
    Map<String, Integer> bands = new LinkedHashMap<>();
    rows.stream().skip(1).forEach(row -> bands.put(row.band(), row.persons()));
    return new DailySum(
        whole.day(),
        whole.reporters(),
        AgeBands.IN_USE.inOrder(bands).entrySet().stream()
            .map(band -> new BandCount(band.getKey(), band.getValue()))
            .toList(),
        whole.persons());
  }
}
