package org.openhersys.notification.sheet;

/** 確認できない理由: what keeps somebody from confirming a notification. */
public enum ConfirmationObstacle {
  /** 確認する権限がない. */
  ROLE_MAY_NOT,
  /** 届出先保健所ではない. */
  NOT_THE_RECEIVING_CENTRE,
  /** 取下げ. */
  WITHDRAWN,
  /** 確認済. */
  CONFIRMED_ALREADY,
  /** 入力者と同一人物. */
  SAME_PERSON
}
