package org.openhersys.notification.sheet;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.NotificationForm;

/** 各種年月日: the dates of a form, in one place. */
public record SheetDates(
    @Nullable LocalDate reportDate,
    @Nullable LocalDate diagnosisDate,
    @Nullable LocalDate onsetDate,
    @Nullable LocalDate firstVisitDate,
    @Nullable LocalDate samplingDate,
    @Nullable LocalDate infectionDate,
    @Nullable LocalDate admissionDate,
    @Nullable LocalDate deathDate) {

  static SheetDates of(NotificationForm form) {
    return new SheetDates(
        form.reportDate(),
        form.diagnosisDate(),
        form.onsetDate(),
        form.firstVisitDate(),
        form.samplingDate(),
        Objects.requireNonNullElse(form.infection(), Infection.UNKNOWN).date(),
        Objects.requireNonNullElse(form.admission(), Admission.UNKNOWN).admissionDate(),
        form.deathDate());
  }
}
