package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;

/** 精度管理の確認: an institute or NIID looks at a notification, and says that it is done with it. */
@Singleton
public class CheckingNotification {
  private static final String READ = "quality.read";
  private static final String CHECK = "quality.check";

  private final AccountedAccess access;
  private final QualityRecords records;

  CheckingNotification(AccountedAccess access, QualityRecords records) {
    this.access = access;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when the caller has no part in the notification's chain
   */
  KeptCheck read(Caller caller, UUID notification) {
    return access.attempt(
        caller,
        READ,
        List.of(notification),
        handle -> {
          KeptCheck found = find(handle, notification);
          access.record(handle, caller, READ, List.of(notification));
          return found;
        });
  }

  /**
   * @param ifMatch the tag of the sheet that the caller saw
   * @return the sheet afterwards
   * @throws ProblemException 404 no part in it; 409 it is another step's turn; 428 without a tag,
   *     412 changed meanwhile
   */
  KeptCheck check(Caller caller, UUID notification, @Nullable String ifMatch) {
    return access.attempt(
        caller,
        CHECK,
        List.of(notification),
        handle -> {
          KeptCheck seen = find(handle, notification);
          if (QualityStep.of(caller).filter(seen::isDue).isEmpty()) {
            throw notDue();
          }
          ETags.requireMatch(ifMatch, seen.tag(), () -> stale(seen));
          switch (records.check(handle, caller, seen)) {
            case "NOT_FOUND" -> throw ProblemException.notFound();
            case "STALE" -> throw stale(find(handle, notification));
            case "NOT_DUE" -> throw notDue();
            default -> access.record(handle, caller, CHECK, List.of(notification));
          }
          return find(handle, notification);
        });
  }

  private KeptCheck find(Handle handle, UUID notification) {
    return records.find(handle, notification).orElseThrow(ProblemException::notFound);
  }

  // Who changed it and where it differs stands in the history of the sheet, as far as the caller
  // may know.
  private static ProblemException stale(KeptCheck present) {
    return ProblemException.stale(present.tag(), null, List.of());
  }

  private static ProblemException notDue() {
    return ProblemException.conflict(
        "STEP_NOT_DUE", "この段階の確認待ちではありません。", "The notification does not wait for this step.");
  }
}
