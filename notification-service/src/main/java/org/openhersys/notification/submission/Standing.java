package org.openhersys.notification.submission;

/** 発生届の現況 within its course of care. */
public enum Standing {
  /** 現行: what the case shows; it may be supplemented. */
  CURRENT,
  /** 取下げ: it was a mistake; kept, readable, not counted. */
  WITHDRAWN
}
