package org.openhersys.tracking.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.custody.Right;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 症例（要約）, as lists and the feed show it to one health centre.
 *
 * @param diagnosisDate or null
 * @param municipalityCode 居所の市区町村コード, or null
 * @param currentStatus null until it is known
 * @param caseState whether it counts
 * @param receivingHealthCentre 届出先保健所, fixed ([S4])
 * @param responsibleHealthCentre 担当保健所, changed by handover ([S4])
 * @param right what the caller's centre may do
 * @param rightUntil when that ends, or null
 * @param submittedAt when the course was first notified
 * @param version grows with each change of the case
 */
public record CaseSummary(
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
    Right right,
    @Nullable Instant rightUntil,
    Instant submittedAt,
    int version) {}
