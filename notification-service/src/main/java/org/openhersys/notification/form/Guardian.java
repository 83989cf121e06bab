package org.openhersys.notification.form;

import org.jspecify.annotations.Nullable;

/**
 * 保護者 of a minor, items 9 and 10.
 *
 * @param name 保護者氏名
 * @param address 保護者住所
 * @param phone 保護者電話番号
 */
public record Guardian(@Nullable String name, @Nullable String address, @Nullable String phone) {

  /** Nothing known of a guardian. */
  public static final Guardian UNKNOWN = new Guardian(null, null, null);
}
