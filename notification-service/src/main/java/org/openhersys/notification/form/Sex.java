package org.openhersys.notification.form;

/** 性別, as the form asks it. */
public enum Sex {
  /** 男. */
  MALE,
  /** 女. */
  FEMALE
}
