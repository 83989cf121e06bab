package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** Reading what was counted on a day, with all that was corrected. */
@Singleton
public class ReadingDailyCount {
  private static final String OPERATION = "daily-count.read";

  private final AccountedAccess access;
  private final DailyCountRecords records;
  private final CountedDays days;
  private final DailyCountSettings settings;

  ReadingDailyCount(
      AccountedAccess access,
      DailyCountRecords records,
      CountedDays days,
      DailyCountSettings settings) {
    this.access = access;
    this.records = records;
    this.days = days;
    this.settings = settings;
  }

  /**
   * @throws ProblemException 404 when the day was not reported, or not by anybody that the caller
   *     may know of
   */
  TaggedCount read(Caller caller, UUID reporter, LocalDate day) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(reporter),
        handle -> {
          if (!days.isCounted(day)) {
            throw ProblemException.notFound();
          }
          TaggedCount found = present(handle, reporter, day, false);
          access.record(handle, caller, OPERATION, List.of(found.count().id(), reporter));
          return found;
        });
  }

  /** As it stands now, with its history. */
  TaggedCount present(Handle handle, UUID reporter, LocalDate day, boolean isNew) {
    KeptDailyCount kept =
        records.find(handle, reporter, day).orElseThrow(ProblemException::notFound);
    return new TaggedCount(
        kept.tag(),
        isNew,
        kept.with(
            records.revisions(handle, kept.id()),
            kept.window(days.today(), settings.correctionDays())));
  }
}
