package org.openhersys.notification.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 感染地域, item 18.
 *
 * @param prefecture 都道府県コード (JIS X 0401), two digits
 * @param municipalityCode 全国地方公共団体コード, six digits
 * @param country 国, as written
 * @param departureDate 出国年月日: left Japan on
 * @param returnDate 入国年月日: came to Japan on
 */
public record InfectionPlace(
    @Nullable PlaceKind kind,
    @Nullable Certainty certainty,
    @Nullable String prefecture,
    @Nullable String municipalityCode,
    @Nullable String country,
    @Nullable LocalDate departureDate,
    @Nullable LocalDate returnDate) {

  /** Nothing known of the place. */
  public static final InfectionPlace UNKNOWN =
      new InfectionPlace(null, null, null, null, null, null, null);

  /** Whether it names a prefecture, municipality or country. */
  public boolean saysWhere() {
    return prefecture != null || municipalityCode != null || country != null;
  }
}
