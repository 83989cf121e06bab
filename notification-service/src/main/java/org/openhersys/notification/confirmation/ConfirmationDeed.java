package org.openhersys.notification.confirmation;

/** What is done about the confirmation of a notification. */
public enum ConfirmationDeed {
  /** 保健所確認. */
  CONFIRM,
  /** 質問（差戻し）. */
  ASK,
  /** A question was answered or withdrawn; others are open. */
  SETTLE,
  /** The last open question was answered or withdrawn. */
  SETTLE_LAST,
  /** 診断分類の変更, in place ([S3]). */
  CHANGE_CATEGORY,
  /** 取下げ. */
  WITHDRAW
}
