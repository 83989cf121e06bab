package org.openhersys.notification.form;

/** 接種の有無, item 18. */
public enum DoseGiven {
  /** 有. */
  GIVEN,
  /** 無. */
  NOT_GIVEN,
  /** 不明. */
  UNKNOWN
}
