package org.openhersys.tracking.handover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.casefile.CurrentStatus;
import org.openhersys.tracking.casefile.DiagnosisCategory;

/**
 * 症例の概要: what the requested centre may know before it accepts. No name, no birth date, no address.
 *
 * @param status null until it is known
 * @param municipalityCode 居所の市区町村コード, or null
 * @param diagnosisDate or null
 */
public record HandoverSummary(
    DiagnosisCategory category,
    @Nullable CurrentStatus status,
    @Nullable String municipalityCode,
    @Nullable LocalDate diagnosisDate) {}
