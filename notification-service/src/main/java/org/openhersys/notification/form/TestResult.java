package org.openhersys.notification.form;

/** 検査結果. A pending result is left out; it is not 不明. */
public enum TestResult {
  /** 陽性. */
  POSITIVE,
  /** 陰性. */
  NEGATIVE,
  /** 不明. */
  UNKNOWN
}
