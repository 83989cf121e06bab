package org.openhersys.notification.fax;

/** FAXの終了理由: why a fax became no notification. */
public enum FaxClosingReason {
  /** 白紙. */
  BLANK,
  /** 重複: the same form came before. */
  DUPLICATE,
  /** 判読不能: the sender is asked to send it again. */
  ILLEGIBLE,
  /** 発生届でない. */
  NOT_A_NOTIFICATION,
  /** 誤送信: meant for another centre, and passed on to it. */
  MISDIRECTED,
  /** 追加・修正: it supplements or corrects a notification, in which that has been done. */
  SUPPLEMENT,
  /** その他: the note says what. */
  OTHER
}
