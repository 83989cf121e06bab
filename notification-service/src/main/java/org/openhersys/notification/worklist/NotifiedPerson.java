package org.openhersys.notification.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.Sex;

/** 当該者, as lists show the person; of an unidentified body name and birth date are null. */
public record NotifiedPerson(
    @Nullable String name, @Nullable String nameKana, Sex sex, @Nullable LocalDate birthDate) {

  /** The person of a form that was accepted. */
  public static NotifiedPerson of(NotificationForm.Judged form) {
    Patient patient = form.patient();
    String kana = patient.nameKana();
    return new NotifiedPerson(
        patient.name(),
        kana == null || kana.isEmpty() ? null : kana,
        form.sex(),
        patient.birthDate());
  }
}
