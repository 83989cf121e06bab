package org.openhersys.notification.form;

/** 症状, item 11. */
public enum Symptom {
  /** 発熱. */
  FEVER,
  /** 咳. */
  COUGH,
  /** 咳以外の急性呼吸器症状. */
  OTHER_ACUTE_RESPIRATORY,
  /** 肺炎像. */
  PNEUMONIA_IMAGE,
  /** 重篤な肺炎. */
  SEVERE_PNEUMONIA,
  /** 急性呼吸窮迫症候群. */
  ARDS,
  /** 多臓器不全. */
  MULTIPLE_ORGAN_FAILURE,
  /** 全身倦怠感. */
  FATIGUE,
  /** 頭痛. */
  HEADACHE,
  /** 嘔気・嘔吐. */
  NAUSEA,
  /** 下痢. */
  DIARRHOEA,
  /** 結膜炎. */
  CONJUNCTIVITIS,
  /** 嗅覚・味覚障害. */
  SMELL_OR_TASTE,
  /** その他. */
  OTHER,
  /** なし. */
  NONE
}
