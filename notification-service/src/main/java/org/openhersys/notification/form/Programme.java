package org.openhersys.notification.form;

/** 事業の別: marks a notification that statistics count apart ([S14]). */
public enum Programme {
  /** 妊婦支援事業（不安を抱える妊婦への分娩前のウイルス検査）. */
  PREGNANT_WOMEN_SUPPORT
}
