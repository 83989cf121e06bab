package org.openhersys.notification.draft;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.check.Attestation;

/**
 * What is to be said about a draft on the day somebody looks at it.
 *
 * @param formVersion by whose rules it was read: it is fixed only when it is reported
 * @param findings errors and warnings; also that nobody attests it yet
 * @param missing JSON pointers of what the form version still wants
 */
record DraftTold(String formVersion, List<Finding> findings, List<String> missing) {

  /** Whether it would be accepted, once attested. */
  boolean isReportable() {
    return findings.stream()
        .noneMatch(
            finding ->
                finding.severity() == Severity.ERROR
                    && !finding.code().equals(Attestation.CHECK.code()));
  }
}
