package org.openhersys.notification.quality;

/** What is done about a notification in the chain. */
public enum QualityDeed {
  /** 保健所確認済 by the receiving centre. */
  CONFIRM,
  /** The centre's confirmation fell: a question to the sender, another category. */
  REOPEN,
  /** 追加・修正: a new revision. */
  REVISE,
  /** 地方衛生研究所の確認. */
  CHECK_BY_INSTITUTE,
  /** 国立感染症研究所の確認. */
  CHECK_BY_NATIONAL
}
