package org.openhersys.notification.form;

import org.jspecify.annotations.Nullable;

/**
 * 医療機関, of the head of the form, as the notifier writes it; who notifies is known from the login.
 *
 * @param code 医療機関コード: prefecture, table, number and check digit, ten digits; without one 9 and the
 *     last nine digits of the phone
 * @param name 従事する病院・診療所の名称
 * @param address 病院・診療所の所在地
 * @param phone 電話番号
 */
public record Institution(
    @Nullable String code,
    @Nullable String name,
    @Nullable String address,
    @Nullable String phone) {

  /** Nothing written of it. */
  public static final Institution UNKNOWN = new Institution(null, null, null, null);
}
