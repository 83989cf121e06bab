package org.openhersys.notification.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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
    DiagnosisCategory category,
    LocalDate diagnosisDate,
    String patientName,
    String patientNameKana,
    String inHousePatientId,
    Instant createdAt,
    Author createdBy,
    Instant changedAt,
    Author changedBy,
    UUID notificationId) {}
