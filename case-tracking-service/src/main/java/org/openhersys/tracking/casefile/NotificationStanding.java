package org.openhersys.tracking.casefile;

/** 発生届の現況 within its course of care. */
public enum NotificationStanding {
  /** 現行: what the case shows. */
  CURRENT,
  /** 追加登録済: a later one of the course counts; read-only. */
  SUPERSEDED,
  /** 取下げ: it was a mistake. */
  WITHDRAWN
}
