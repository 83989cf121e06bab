package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/**
 * FAXの差戻し: one that was settled by mistake waits again. What was entered from it is withdrawn first
 * (取下げ), so that no two notifications come of one fax. How it was settled before stays with it.
 */
@Singleton
public class ReopeningFax {
  private static final String OPERATION = "fax.reopen";

  private final AccountedAccess access;
  private final Faxes faxes;
  private final FaxSettlementRecords records;
  private final Clock clock;

  ReopeningFax(AccountedAccess access, Faxes faxes, FaxSettlementRecords records, Clock clock) {
    this.access = access;
    this.faxes = faxes;
    this.records = records;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 404; 409 while it is not settled, its original was forgotten, or what
   *     was entered from it is not withdrawn
   */
  KeptFax reopen(Caller caller, UUID id, String reason) {
    Instant now = clock.instant();
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          requireDone(records.reopen(handle, caller, id, reason, now));
          access.record(handle, caller, OPERATION, List.of(id));
          return faxes.present(handle, id, now);
        });
  }

  private static void requireDone(String answer) {
    switch (answer) {
      case "DONE" -> {}
      case "NOT_SETTLED" ->
          throw ProblemException.conflict(
              "FAX_NOT_SETTLED", "このFAXは入力も終了もされていません。", "The fax is neither entered nor closed.");
      case "ORIGINAL_FORGOTTEN" ->
          throw ProblemException.conflict(
              "ORIGINAL_FORGOTTEN",
              "保存期間を過ぎて原本が消去されたため、差し戻せません。原本が手元にあれば、もう一度登録してください。",
              "Its original was forgotten, so nothing can be entered from it; if you still have it, register it again.");
      case "NOT_WITHDRAWN" ->
          throw ProblemException.conflict(
              "NOTIFICATION_NOT_WITHDRAWN",
              "このFAXから入力した発生届を先に取り下げてください。",
              "Withdraw the notification first that was entered from this fax.");
      default -> throw ProblemException.notFound();
    }
  }
}
