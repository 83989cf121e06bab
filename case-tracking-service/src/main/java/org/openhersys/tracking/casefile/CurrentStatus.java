package org.openhersys.tracking.casefile;

import org.jspecify.annotations.Nullable;

/** 現在のステータス ([S5-2], [S14-3]). */
public enum CurrentStatus {
  /** 濃厚接触者. */
  CLOSE_CONTACT,
  /** 入院調整中. */
  ADMISSION_BEING_ARRANGED,
  /** 入院中. */
  HOSPITALISED,
  /** 入院中（重症） ([S15]). */
  HOSPITALISED_SEVERE,
  /** 宿泊療養中. */
  LODGING_CARE,
  /** 自宅療養中. */
  HOME_CARE,
  /** 社会福祉施設等療養中. */
  SOCIAL_FACILITY_CARE,
  /** 療養解除. */
  CARE_ENDED,
  /** 死亡. */
  DECEASED,
  /** 不明. */
  UNKNOWN;

  /** The status of that code; null stays null, "not yet known". */
  public static @Nullable CurrentStatus ofNullable(@Nullable String code) {
    return code == null ? null : valueOf(code);
  }
}
