package org.openhersys.notification.form;

/** 感染地域, item 18. */
public enum PlaceKind {
  /** 国内. */
  IN_JAPAN,
  /** 国外. */
  ABROAD
}
