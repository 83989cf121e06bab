package org.openhersys.tracking.handover;

/** 引継ぎの状態. All but {@link #REQUESTED} are final. */
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
  EXPIRED
}
