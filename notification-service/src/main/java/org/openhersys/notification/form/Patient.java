package org.openhersys.notification.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 当該者: the person who is notified. Of an unidentified body name and birth date may be said to be
 * unknown; its age is then estimated.
 *
 * @param name 氏名, as typed
 * @param nameUnknown 氏名不詳
 * @param nameKana フリガナ
 * @param sex 性別
 * @param birthDate 生年月日
 * @param birthDateUnknown 生年月日不詳
 * @param ageAtDiagnosis 診断時の年齢, as the notifier gives it; estimated where the birth date is unknown
 * @param occupation 職業
 */
public record Patient(
    @Nullable String name,
    @Nullable Boolean nameUnknown,
    @Nullable String nameKana,
    @Nullable Sex sex,
    @Nullable LocalDate birthDate,
    @Nullable Boolean birthDateUnknown,
    @Nullable Age ageAtDiagnosis,
    @Nullable String occupation) {

  /** Nothing known of the person. */
  public static final Patient UNKNOWN = new Patient(null, null, null, null, null, null, null, null);
}
