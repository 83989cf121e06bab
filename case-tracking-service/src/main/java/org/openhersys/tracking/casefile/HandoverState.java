package org.openhersys.tracking.casefile;

/**
 * 引継ぎの状態. What may follow what, and who does it, is the table {@code tracking.handover_transition};
 * everything that turns a handover reads it.
 */
public enum HandoverState {
  /** 依頼中. */
  REQUESTED,
  /** 引受済. */
  ACCEPTED,
  /** 辞退. */
  DECLINED,
  /** 取消. */
  CANCELLED,
  /** 期限切れ. */
  EXPIRED,
  /** 返還. */
  RETURNED,
  /** 指定, by the local government. */
  ASSIGNED
}
