package org.openhersys.notification.validation;

import java.util.List;
import java.util.Locale;
import org.openhersys.api.problem.FindingView;
import org.openhersys.notification.check.Verdict;

/**
 * 事前確認の結果.
 *
 * @param acceptable whether it would be accepted
 * @param missing JSON pointers of what the form version still wants
 */
public record Validation(
    String formVersion, boolean acceptable, List<FindingView> findings, List<String> missing) {

  static Validation of(Validated validated, Locale language) {
    Verdict verdict = validated.verdict();
    return new Validation(
        validated.version().label(),
        verdict.isAcceptable(),
        verdict.findings().stream().map(finding -> finding.in(language)).toList(),
        validated.missing());
  }
}
