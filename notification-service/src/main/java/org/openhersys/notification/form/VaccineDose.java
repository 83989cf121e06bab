package org.openhersys.notification.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 接種歴: one dose of item 18.
 *
 * @param dose 接種回数: the how manieth, from 1
 * @param given 接種の有無
 * @param age 接種時の年齢, in completed years
 * @param kind ワクチンの種類
 * @param maker 製造会社
 * @param date 接種年月日
 */
public record VaccineDose(
    @Nullable Integer dose,
    @Nullable DoseGiven given,
    @Nullable Integer age,
    @Nullable String kind,
    @Nullable String maker,
    @Nullable LocalDate date) {

  /** A dose of which nothing is known. */
  public static final VaccineDose UNKNOWN = new VaccineDose(null, null, null, null, null, null);
}
