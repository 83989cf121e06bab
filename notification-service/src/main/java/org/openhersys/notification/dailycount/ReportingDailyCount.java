package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.IfMatch;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.ProblemException;

/**
 * 日別報告数の報告 by an institution or a positive-registration centre, and its correction on the same day.
 * Zero is a report: a day that nobody reports is not zero.
 */
@Singleton
public class ReportingDailyCount {
  private static final String OPERATION = "daily-count.report";

  private final AccountedAccess access;
  private final DailyCountRecords records;
  private final ReadingDailyCount reading;
  private final RevisingDailyCount revising;
  private final CountedDays days;
  private final DailyCountSettings settings;
  private final Clock clock;

  ReportingDailyCount(
      AccountedAccess access,
      DailyCountRecords records,
      ReadingDailyCount reading,
      RevisingDailyCount revising,
      CountedDays days,
      DailyCountSettings settings,
      Clock clock) {
    this.access = access;
    this.records = records;
    this.reading = reading;
    this.revising = revising;
    this.days = days;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reports the day, or corrects what was reported. The same counts again change nothing, whenever
   * they come.
   *
   * @param ifMatch needed for a correction
   * @throws ProblemException 403 not an organisation that reports; 409 no centre serves its place,
   *     or the day of the first report is over; 422 with all findings; 428, 412
   */
  TaggedCount report(
      Caller caller, LocalDate day, @Nullable String ifMatch, Body<DailyCountReport> body) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(caller.organisationId()),
        handle -> {
          Reporter reporter =
              records
                  .reporter(handle, caller.organisationId())
                  .orElseThrow(ProblemException::forbidden);
          Map<String, Integer> counts = counts(body, day, reporter);
          if (reporter.area() == null) {
            throw nobodyReceives();
          }
          boolean isNew = records.add(handle, caller, reporter, day, counts, clock.instant());
          if (isNew) {
            requireNothingSeen(ifMatch);
          } else {
            correct(handle, caller, day, ifMatch, counts);
          }
          TaggedCount present = reading.present(handle, reporter.id(), day, isNew);
          access.record(handle, caller, OPERATION, List.of(present.count().id(), reporter.id()));
          return present;
        });
  }

  private Map<String, Integer> counts(
      Body<DailyCountReport> body, LocalDate day, Reporter reporter) {
    return body.valid(
            Stream.concat(
                    days.findings(day, reporter.prefecture()).stream(),
                    body.value().persons().findings().stream())
                .toList())
        .persons()
        .byBand();
  }

  private void correct(
      Handle handle,
      Caller caller,
      LocalDate day,
      @Nullable String ifMatch,
      Map<String, Integer> counts) {
    records.hold(handle, caller.organisationId(), day);
    KeptDailyCount held =
        records.find(handle, caller.organisationId(), day).orElseThrow(ProblemException::notFound);
    if (held.says(counts)) {
      if (!new IfMatch(ifMatch).isMissing()) {
        revising.requireKnown(handle, held, ifMatch);
      }
      return;
    }
    held.window(days.today(), settings.correctionDays()).requireReporter();
    revising.revise(handle, caller, held, ifMatch, counts, null);
  }

  /** Whoever has seen a state of a day that nobody has reported has seen another one's. */
  private static void requireNothingSeen(@Nullable String ifMatch) {
    if (!new IfMatch(ifMatch).isMissing()) {
      throw ProblemException.stale(null, null, List.of());
    }
  }

  private static ProblemException nobodyReceives() {
    return ProblemException.conflict(
        "RECEIVING_HEALTH_CENTRE_MISSING",
        "医療機関の所在地を管轄する保健所が登録されていません。管理者に連絡してください。",
        "No health centre is registered for the institution's place. Ask the administrator.");
  }
}
