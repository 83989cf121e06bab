package org.openhersys.tracking.casefile;

/** 確認の状態 of a notification at its receiving health centre ([S14-2]). */
public enum ConfirmationState {
  /** 要確認. */
  TO_BE_CONFIRMED,
  /** 保健所確認済. */
  CONFIRMED,
  /** 差戻し: the sender has questions to answer. */
  RETURNED,
  /** 取下げ: it was a mistake. */
  WITHDRAWN
}
