package org.openhersys.notification.form;

/** How sure a route or place of infection is, item 18. */
public enum Certainty {
  /** 確定. */
  CERTAIN,
  /** 推定. */
  ESTIMATED,
  /** 不明. */
  UNKNOWN
}
