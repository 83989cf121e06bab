package org.openhersys.tracking.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case takes from a notification: the present state of the current notification of the
 * course, or of the newest one where all are withdrawn.
 *
 * @param patientName null of an unidentified body
 * @param birthDate null of an unidentified body
 * @param caseState 症例の状態, which follows from it
 * @param currentStatus 現在のステータス as the institution gave it, or null ([S5-2])
 */
record NotifiedState(
    UUID courseId,
    String smartphoneEntryId,
    String disease,
    UUID senderId,
    UUID receivingCentreId,
    OffsetDateTime firstSubmittedAt,
    UUID enteredBy,
    @Nullable String operator,
    OffsetDateTime recordedAt,
    String diagnosisCategory,
    @Nullable LocalDate diagnosisDate,
    @Nullable String patientName,
    @Nullable String patientNameKana,
    String sex,
    @Nullable LocalDate birthDate,
    @Nullable String municipalityCode,
    String caseState,
    @Nullable String currentStatus) {}
