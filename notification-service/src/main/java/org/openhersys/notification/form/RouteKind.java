package org.openhersys.notification.form;

/** 感染経路, item 18. */
public enum RouteKind {
  /** 飛沫・飛沫核感染. */
  DROPLET,
  /** 接触感染. */
  CONTACT,
  /** その他. */
  OTHER
}
