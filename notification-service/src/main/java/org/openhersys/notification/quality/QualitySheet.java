package org.openhersys.notification.quality;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.FindingView;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 精度管理の画面.
 *
 * @param missing 未入力の届出事項, JSON pointers, also of items that the caller is not shown
 * @param mayCheck whether it is the turn of the caller's step
 */
public record QualitySheet(
    UUID id,
    DiagnosisCategory category,
    String formVersion,
    Instant submittedAt,
    OrganisationReference sender,
    OrganisationReference receivingHealthCentre,
    QualityState state,
    int version,
    int revision,
    int confirmedRevision,
    NotificationForm document,
    List<FindingView> findings,
    List<String> missing,
    int likelyDuplicates,
    List<QualityQuery> queries,
    List<QualityEntry> history,
    boolean mayCheck) {

  static QualitySheet of(KeptCheck kept, Caller caller, Locale language) {
    QualityCheck check = kept.check();
    return new QualitySheet(
        check.id(),
        check.category(),
        kept.formVersion(),
        check.submittedAt(),
        check.sender(),
        check.receivingHealthCentre(),
        check.state(),
        kept.version(),
        check.revision(),
        check.confirmedRevision(),
        kept.document(),
        kept.findings().stream().map(finding -> finding.in(language)).toList(),
        kept.missing(),
        check.likelyDuplicates(),
        kept.queries(),
        kept.history(),
        QualityStep.of(caller).filter(kept::isDue).isPresent());
  }
}
