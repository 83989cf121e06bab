package org.openhersys.notification.form;

/** 重症化のリスク因子, item 19. */
public enum RiskFactor {
  /** 悪性腫瘍. */
  MALIGNANCY,
  /** 慢性閉塞性肺疾患. */
  COPD,
  /** 慢性腎臓病. */
  CHRONIC_KIDNEY_DISEASE,
  /** 高血圧. */
  HYPERTENSION,
  /** 糖尿病. */
  DIABETES,
  /** 脂質異常症. */
  DYSLIPIDAEMIA,
  /** 肥満（BMI 30以上）. */
  OBESITY,
  /** 喫煙歴. */
  SMOKING,
  /** その他. */
  OTHER
}
