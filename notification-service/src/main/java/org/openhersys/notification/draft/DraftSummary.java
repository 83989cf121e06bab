package org.openhersys.notification.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.submission.Author;

/**
 * 下書き（要約）: what tells one draft from another. What is not typed yet is null.
 *
 * @param notificationId what it became
 */
public record DraftSummary(
    UUID id,
    DraftState state,
    int revision,
    @Nullable DiagnosisCategory category,
    @Nullable LocalDate diagnosisDate,
    @Nullable String patientName,
    @Nullable String patientNameKana,
    @Nullable String inHousePatientId,
    Instant createdAt,
    Author createdBy,
    Instant changedAt,
    Author changedBy,
    @Nullable UUID notificationId) {}
