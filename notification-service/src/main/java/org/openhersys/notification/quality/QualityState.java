package org.openhersys.notification.quality;

/**
 * 精度管理の状態: where a notification stands in the chain. What leads from one to the other is the table
 * {@code notification.quality_turn}, which the database itself follows.
 */
public enum QualityState {
  /** 保健所確認待ち: the centre has to look again. */
  WITH_CENTRE,
  /** 地方衛生研究所確認待ち. */
  WITH_INSTITUTE,
  /** 国立感染症研究所確認待ち. */
  WITH_NATIONAL,
  /** 確認済. */
  CHECKED
}
