package org.openhersys.notification.check;

import java.util.stream.Stream;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.api.problem.Text;

/**
 * One logic check (論理チェック). It says nothing about what is absent, except for the minimum set.
 *
 * @param number of the check in the project's table of logic checks; 0 for the minimum set and for
 *     the contract's own bounds
 * @param code stable; what a client switches on
 * @param severity whether it refuses the form or warns
 * @param message what the notifier is told; {@code {}} stands for the detail of the place
 * @param violations finds the places where the form breaks the rule
 */
public record LogicCheck(
    int number, String code, Severity severity, Text message, Violations violations) {

  static LogicCheck error(int number, String code, String ja, String en, Violations violations) {
    return new LogicCheck(number, code, Severity.ERROR, new Text(ja, en), violations);
  }

  static LogicCheck warning(int number, String code, String ja, String en, Violations violations) {
    return new LogicCheck(number, code, Severity.WARNING, new Text(ja, en), violations);
  }

  /** What no form says of itself: it is told where something beyond the form is looked at. */
  static LogicCheck beyond(int number, String code, Severity severity, String ja, String en) {
    return new LogicCheck(number, code, severity, new Text(ja, en), form -> Stream.empty());
  }

  /** What is told at that place, where the rule is broken there. */
  public Finding at(String pointer) {
    return new Finding(pointer, code, severity, message);
  }

  /** What it has to say about the form, a finding for each place. */
  Stream<Finding> examine(Examination form) {
    return violations
        .in(form)
        .map(
            place ->
                new Finding(
                    place.pointer(),
                    code,
                    severity,
                    new Text(
                        message.ja().replace("{}", place.detail()),
                        message.en().replace("{}", place.detail()))));
  }
}
