package org.openhersys.tracking.custody;

/** 権限: what a centre may do with a case. */
public enum Right {
  /** 編集. */
  WRITE,
  /** 参照. */
  READ
}
