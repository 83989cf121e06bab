package org.openhersys.notification.form;

/** 診断分類, item 1. */
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
  BODY_SUSPECTED;

  /** 死体: the diagnosis is an inquest (検案). */
  public boolean isBody() {
    return this == BODY_CONFIRMED || this == BODY_SUSPECTED;
  }

  /** A living person in whom the pathogen was found. */
  public boolean isProvenInLife() {
    return this == CONFIRMED || this == ASYMPTOMATIC_CARRIER;
  }
}
