package org.openhersys.notification.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.FindingView;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Disease;

/**
 * 受理票: what the notifier keeps.
 *
 * @param faxReceivedOn FAX受信日, where it came by fax; else null
 * @param missing JSON pointers of what the form version still wants
 */
public record Receipt(
    UUID id,
    String smartphoneEntryId,
    UUID courseId,
    Disease disease,
    DiagnosisCategory category,
    String formVersion,
    int revision,
    LocalDate submittedOn,
    @Nullable LocalDate faxReceivedOn,
    OrganisationReference receivingHealthCentre,
    List<FindingView> findings,
    List<String> missing) {

  /** In the reader's language. */
  public static Receipt of(Accepted accepted, Locale language) {
    return new Receipt(
        accepted.id(),
        accepted.smartphoneEntryId(),
        accepted.courseId(),
        accepted.disease(),
        accepted.category(),
        accepted.formVersion(),
        accepted.revision(),
        accepted.submittedOn(),
        accepted.faxReceivedOn(),
        accepted.receivingHealthCentre(),
        accepted.warnings().stream().map(finding -> finding.in(language)).toList(),
        accepted.missing());
  }
}
