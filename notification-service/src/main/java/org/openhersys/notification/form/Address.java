package org.openhersys.notification.form;

import org.jspecify.annotations.Nullable;

/**
 * 住所・電話番号.
 *
 * @param abode 住所の種別, for who has no fixed abode or lives overseas
 * @param prefecture 都道府県コード (JIS X 0401), two digits
 * @param municipalityCode 全国地方公共団体コード, six digits, the last one a check digit
 * @param postcode 郵便番号, seven digits, with or without hyphen
 * @param text the address as written
 * @param phone 電話番号, as written
 */
public record Address(
    @Nullable Abode abode,
    @Nullable String prefecture,
    @Nullable String municipalityCode,
    @Nullable String postcode,
    @Nullable String text,
    @Nullable String phone) {

  /** No address at all. */
  public static final Address UNKNOWN = new Address(null, null, null, null, null, null);

  /** Whether it says where: a phone number alone does not. */
  public boolean saysWhere() {
    return municipalityCode != null
        || abode == Abode.NONE
        || abode == Abode.OVERSEAS
        || (text != null && !text.isBlank());
  }
}
