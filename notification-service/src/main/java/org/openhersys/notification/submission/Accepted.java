package org.openhersys.notification.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Disease;

/**
 * What became of a submission (受理).
 *
 * @param submittedOn 提出日 = 受理日: the day in Japan of the first 報告 in this category ([S8])
 * @param faxReceivedOn FAX受信日, where it came by fax; else null
 * @param receivingHealthCentre 届出先保健所 ([S4])
 * @param warnings kept with the notification
 * @param missing JSON pointers of what the form version still wants
 * @param queried what of a fax is to be asked of its sender; empty when it is answered again
 */
public record Accepted(
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
    List<Finding> warnings,
    List<String> missing,
    List<Finding> queried) {

  /** The same, with what is to be asked of the sender. */
  public Accepted asking(List<Finding> questions) {
    return new Accepted(
        id,
        smartphoneEntryId,
        courseId,
        disease,
        category,
        formVersion,
        revision,
        submittedOn,
        faxReceivedOn,
        receivingHealthCentre,
        warnings,
        missing,
        questions);
  }
}
