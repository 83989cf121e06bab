package org.openhersys.notification.batch;

/** 一括届出の状態. */
public enum BatchState {
  /** 受信中. */
  RECEIVING,
  /** 処理待ち: the body is whole, nothing of it is processed. */
  WAITING,
  /** 処理中. */
  RUNNING,
  /** 完了. */
  DONE,
  /** 取消済, by its organisation. */
  CANCELLED,
  /** 中止: who sent it may send no longer. */
  STOPPED
}
