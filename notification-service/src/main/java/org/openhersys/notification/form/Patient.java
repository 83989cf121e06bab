package org.openhersys.notification.form;

import java.time.LocalDate;

/**
 * 当該者: the person who is notified.
 *
 * @param name 氏名, as typed
 * @param nameKana フリガナ
 * @param sex 性別
 * @param birthDate 生年月日
 * @param ageAtDiagnosis 診断時の年齢, as the notifier gives it
 */
public record Patient(
    String name, String nameKana, Sex sex, LocalDate birthDate, Age ageAtDiagnosis) {

  /** Nothing known of the person. */
  public static final Patient UNKNOWN = new Patient(null, null, null, null, null);
}
