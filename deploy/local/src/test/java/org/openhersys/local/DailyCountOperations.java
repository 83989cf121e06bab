package org.openhersys.local;

import static org.openhersys.local.Preparations.get;
import static org.openhersys.local.Preparations.put;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openhersys.local.journey.Request;
import org.openhersys.local.sample.SampleDirectory;

/** 日別報告数: the hospital reports, the local government of its area corrects. */
final class DailyCountOperations {
  private static final String LOCAL_GOVERNMENT = "mihon.honchou";
  private static final AtomicInteger DAYS_REPORTED = new AtomicInteger();

  private DailyCountOperations() {}

  static Map<String, Function<Preparations, Request>> ready() {
    Map<String, Function<Preparations, Request>> ready = new LinkedHashMap<>();
    ready.put("listAgeBands", p -> get("daily-counts/age-bands"));
    ready.put("reportDailyCount", p -> report(p, anotherDay()));
    ready.put("readOwnDailyCount", p -> p.asHospital(get("daily-counts/" + reportedDay(p))));
    ready.put("listDailyCounts", p -> p.asGiver(get("daily-counts?limit=20")));
    ready.put("readDailyCount", p -> p.asGiver(get(ofTheHospital(p, reportedDay(p)))));
    ready.put("correctDailyCount", DailyCountOperations::correction);
    ready.put("sumDailyCounts", p -> p.asGiver(get("daily-counts/sums")));
    ready.put("listMissingReporters", p -> p.asGiver(get("daily-counts/missing?limit=20")));
    return ready;
  }

  private static Request report(Preparations p, LocalDate day) {
    return p.asHospital(put("daily-counts/" + day, counts(p, 3)));
  }

  /** A day for which the hospital has not reported yet. */
  private static LocalDate anotherDay() {
    return Preparations.today().minusDays(DAYS_REPORTED.incrementAndGet());
  }

  private static LocalDate reportedDay(Preparations p) {
    LocalDate day = anotherDay();
    p.done(report(p, day));
    return day;
  }

  /** It may correct from the day after the report. */
  private static Request correction(Preparations p) {
    LocalDate day = reportedDay(p);
    p.system()
        .superuser()
        .execute(
            "update notification.daily_count set reported_at = reported_at - interval '1 day' where day = '%s' and reporter_organisation_id = '%s'"
                .formatted(day, p.organisation(SampleDirectory.HOSPITAL)));
    Map<String, Object> corrected = counts(p, 4);
    corrected.put("reason", "架空の例");
    return p.tagged(
        request -> p.as(LOCAL_GOVERNMENT, request),
        ofTheHospital(p, day),
        target -> put(target, corrected));
  }

  private static String ofTheHospital(Preparations p, LocalDate day) {
    return "daily-counts/%s/organisations/%s"
        .formatted(day, p.organisation(SampleDirectory.HOSPITAL));
  }

  /** So many of the first age band, and nobody else. */
  private static Map<String, Object> counts(Preparations p, int persons) {
    List<Map<String, Object>> bands = new ArrayList<>();
    p.done(get("daily-counts/age-bands"))
        .json()
        .path("items")
        .forEach(
            band ->
                bands.add(
                    Map.of(
                        "ageBand",
                        band.path("code").asText(),
                        "count",
                        bands.isEmpty() ? persons : 0)));
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("counts", bands);
    counts.put("total", persons);
    return counts;
  }
}
