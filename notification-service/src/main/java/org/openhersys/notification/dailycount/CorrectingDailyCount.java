package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.IfMatch;
import org.openhersys.api.problem.ProblemException;

/**
 * 日別報告数の修正 by the local government (本庁) of the area: after the day of the report, with a reason.
 */
@Singleton
public class CorrectingDailyCount {
  private static final String OPERATION = "daily-count.correct";

  private final AccountedAccess access;
  private final DailyCountRecords records;
  private final ReadingDailyCount reading;
  private final RevisingDailyCount revising;
  private final CountedDays days;
  private final DailyCountSettings settings;

  CorrectingDailyCount(
      AccountedAccess access,
      DailyCountRecords records,
      ReadingDailyCount reading,
      RevisingDailyCount revising,
      CountedDays days,
      DailyCountSettings settings) {
    this.access = access;
    this.records = records;
    this.reading = reading;
    this.revising = revising;
    this.days = days;
    this.settings = settings;
  }

  /**
   * The same counts again change nothing, whenever they come.
   *
   * @throws ProblemException 404 not reported, or nothing that the caller may know of; 403 another
   *     local government is nearer; 409 outside of the time for it; 428, 412
   */
  TaggedCount correct(
      Caller caller,
      UUID reporter,
      LocalDate day,
      @Nullable String ifMatch,
      DailyCountCorrection correction) {
    Map<String, Integer> counts = correction.persons().byBand();
    return access.attempt(
        caller,
        OPERATION,
        List.of(reporter),
        handle -> {
          if (!days.isCounted(day)) {
            throw ProblemException.notFound();
          }
          boolean mine = records.hold(handle, reporter, day);
          KeptDailyCount kept =
              records.find(handle, reporter, day).orElseThrow(ProblemException::notFound);
          if (!mine) {
            throw ProblemException.forbidden();
          }
          if (new IfMatch(ifMatch).isMissing()) {
            throw ProblemException.preconditionRequired();
          }
          if (kept.says(counts)) {
            revising.requireKnown(handle, kept, ifMatch);
          } else {
            kept.window(days.today(), settings.correctionDays()).requireLocalGovernment();
            revising.revise(handle, caller, kept, ifMatch, counts, correction.reason());
          }
          access.record(handle, caller, OPERATION, List.of(kept.id(), reporter));
          return reading.present(handle, reporter, day, false);
        });
  }
}
