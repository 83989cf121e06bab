package org.openhersys.tracking.casefile;

/** 診断分類, item 1 of form 6-1. */
public enum DiagnosisCategory {
  /** 患者（確定例）. */
  CONFIRMED,
  /** 無症状病原体保有者. */
  ASYMPTOMATIC_CARRIER,
  /** 疑似症患者. */
  SUSPECTED,
  /** 感染症死亡者の死体. */
  BODY_CONFIRMED,
  /** 感染症死亡疑い者の死体. */
  BODY_SUSPECTED
}
