package org.openhersys.tracking.custody;

/** 行為: what changed the custody of a case. */
public enum CustodyAct {
  /** 届出. */
  OPENED,
  /** 引継ぎ. */
  HANDED_OVER,
  /** 返還. */
  RETURNED,
  /** 指定, by the local government. */
  ASSIGNED,
  /** 関係保健所の設定. */
  RELATED_SET,
  /** 関係保健所の変更. */
  RELATED_CHANGED,
  /** 関係保健所の解除. */
  RELATED_REMOVED,
  /** 期限の到来: time did it, nobody else. */
  RIGHT_ENDED
}
