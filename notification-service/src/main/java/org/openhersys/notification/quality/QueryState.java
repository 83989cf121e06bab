package org.openhersys.notification.quality;

/** 照会の状態. */
public enum QueryState {
  /** 未回答. */
  OPEN,
  /** 回答済. */
  REPLIED,
  /** 終了. */
  CLOSED
}
