package org.openhersys.notification.sheet;

import java.time.LocalDate;
import java.util.Objects;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.NotificationForm;

/** 各種年月日: the dates of a form, in one place. */
public record SheetDates(
    LocalDate reportDate,
    LocalDate diagnosisDate,
    LocalDate onsetDate,
    LocalDate firstVisitDate,
    LocalDate samplingDate,
    LocalDate infectionDate,
    LocalDate admissionDate,
    LocalDate deathDate) {

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
