package org.openhersys.notification.worklist;

import java.time.LocalDate;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.Sex;

/** 当該者, as lists show the person; of an unidentified body name and birth date are null. */
public record NotifiedPerson(String name, String nameKana, Sex sex, LocalDate birthDate) {

  /** The person of a form. */
  public static NotifiedPerson of(Patient patient) {
    String kana = patient.nameKana();
    return new NotifiedPerson(
        patient.name(),
        kana == null || kana.isEmpty() ? null : kana,
        patient.sex(),
        patient.birthDate());
  }
}
