package org.openhersys.notification.check;

import java.util.List;
import org.openhersys.api.json.Unreadable;
import org.openhersys.api.problem.Severity;

/**
 * What is told of a form beyond what stands in it: of the way in which it was written, of who sends
 * it, of what stood there before, of others. Frontends know these codes like those of the table.
 */
final class BeyondOneForm {
  private static final int CODES = 20;

  static final List<LogicCheck> CHECKS =
      List.of(
          unreadable(0, Unreadable.DATE),
          unreadable(0, Unreadable.TEXT),
          unreadable(CODES, Unreadable.CODE),
          Attestation.CHECK,
          Attestation.OF_A_PHYSICIAN,
          TestsAtOnce.CHECK,
          SamePatient.CHECK,
          LikelySamePerson.CHECK,
          DiagnosisDateUnchanged.CHECK,
          AtConfirmation.STATUS_MISSING,
          AtConfirmation.QUESTIONS_OPEN);

  private BeyondOneForm() {}

  private static LogicCheck unreadable(int number, Unreadable what) {
    return LogicCheck.beyond(
        number, what.code(), Severity.ERROR, what.message().ja(), what.message().en());
  }
}
