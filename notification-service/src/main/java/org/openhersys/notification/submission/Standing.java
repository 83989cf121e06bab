package org.openhersys.notification.submission;

/** 発生届の現況 within its course of care. */
public enum Standing {
  /** 現行: what the case shows; it may be supplemented. */
  CURRENT,
  /** 追加登録済: a later one of the course counts; read-only for everybody ([S7]). */
  SUPERSEDED,
  /** 取下げ: it was a mistake; kept, readable, not counted. */
  WITHDRAWN;

  /**
   * How it stands.
   *
   * @param withdrawn whether it was taken back
   * @param superseded whether a later one of its course counts
   */
  public static Standing of(boolean withdrawn, boolean superseded) {
    if (withdrawn) {
      return WITHDRAWN;
    }
    return superseded ? SUPERSEDED : CURRENT;
  }
}
