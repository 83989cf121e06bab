package org.openhersys.notification.dailycount;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.hostile.Situation;
import org.openhersys.notification.form.SampleForm;

/** How to get to the operations of daily counts, for hostile input. */
public final class DailyCountSituations {
  private DailyCountSituations() {}

  public static Map<String, Supplier<Situation>> table() {
    return Map.of(
        "reportDailyCount",
        () -> Situation.of(new DailyCounting().clerk).with("date", DailyCounting.today()),
        "readOwnDailyCount",
        () -> reported().with("date", DailyCounting.today()),
        "readDailyCount",
        () -> ofOne(reported()),
        "correctDailyCount",
        DailyCountSituations::nextDay,
        "listDailyCounts",
        DailyCountSituations::reported,
        "listMissingReporters",
        DailyCountSituations::missing);
  }

  /** Two days, by a clerk. */
  private static Situation reported() {
    Login clerk = new DailyCounting().clerk;
    LocalDate today = DailyCounting.today();
    DailyCounting.report(clerk, today, DailyCounting.persons("AGE_0", 1));
    DailyCounting.report(clerk, today.minusDays(1), DailyCounting.persons("AGE_0", 2));
    return Situation.of(clerk);
  }

  private static Situation ofOne(Situation reported) {
    return reported
        .with("date", DailyCounting.today())
        .with("id", reported.caller().organisation());
  }

  private static Situation nextDay() {
    DailyCounting counting = new DailyCounting();
    LocalDate today = DailyCounting.today();
    DailyCounting.report(counting.clerk, today, DailyCounting.persons("AGE_0", 1));
    DailyCounting.backdate(counting.institution, today, 1);
    return Situation.of(counting.cityHall).with("date", today).with("id", counting.institution);
  }

  private static Situation missing() {
    DailyCounting counting = new DailyCounting();
    Directory.institution(SampleForm.SAPPORO_CHUO);
    return Situation.of(Directory.person(counting.centre, Role.HEALTH_CENTRE_STAFF));
  }
}
