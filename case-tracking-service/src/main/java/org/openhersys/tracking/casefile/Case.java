package org.openhersys.tracking.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.custody.RelatedCentre;
import org.openhersys.tracking.custody.Right;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 症例: a case with its notifications and handovers, as one health centre sees it. What it shares
 * with {@link CaseSummary} means the same.
 *
 * @param relatedHealthCentres 関係保健所, by code ([S4])
 * @param notifications of the course, oldest first, in their present revisions
 * @param handovers those that the caller's centre takes part in, oldest first
 */
public record Case(
    UUID id,
    String caseNumber,
    String smartphoneEntryId,
    Disease disease,
    DiagnosisCategory diagnosisCategory,
    @Nullable LocalDate diagnosisDate,
    CasePatient patient,
    @Nullable String municipalityCode,
    @Nullable CurrentStatus currentStatus,
    CaseState caseState,
    OrganisationReference receivingHealthCentre,
    OrganisationReference responsibleHealthCentre,
    List<RelatedCentre> relatedHealthCentres,
    Right right,
    @Nullable Instant rightUntil,
    Instant submittedAt,
    int version,
    List<CaseNotification> notifications,
    List<CaseHandover> handovers) {

  /** The summary, unfolded. */
  static Case of(
      CaseSummary summary,
      List<RelatedCentre> relatedHealthCentres,
      List<CaseNotification> notifications,
      List<CaseHandover> handovers) {
    return new Case(
        summary.id(),
        summary.caseNumber(),
        summary.smartphoneEntryId(),
        summary.disease(),
        summary.diagnosisCategory(),
        summary.diagnosisDate(),
        summary.patient(),
        summary.municipalityCode(),
        summary.currentStatus(),
        summary.caseState(),
        summary.receivingHealthCentre(),
        summary.responsibleHealthCentre(),
        relatedHealthCentres,
        summary.right(),
        summary.rightUntil(),
        summary.submittedAt(),
        summary.version(),
        notifications,
        handovers);
  }
}
