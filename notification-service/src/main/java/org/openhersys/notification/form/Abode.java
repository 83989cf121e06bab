package org.openhersys.notification.form;

/** 住所の種別: a place that has no municipality code says so. */
public enum Abode {
  /** 住所・居所あり. */
  FIXED,
  /** 住所不定. */
  NONE,
  /** 海外. */
  OVERSEAS
}
