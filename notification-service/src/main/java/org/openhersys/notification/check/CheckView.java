package org.openhersys.notification.check;

import org.openhersys.api.problem.Severity;

/**
 * 論理チェック, as frontends and makers of record systems are told of it.
 *
 * @param number of the check in the project's table; 0 for the minimum set and the contract's
 *     bounds
 */
public record CheckView(
    int number, String code, Severity severity, String japanese, String english) {

  static CheckView of(LogicCheck check) {
    return new CheckView(
        check.number(), check.code(), check.severity(), check.message().ja(), check.message().en());
  }
}
