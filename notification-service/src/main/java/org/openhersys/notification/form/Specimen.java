package org.openhersys.notification.form;

/** 検体, item 12. */
public enum Specimen {
  /** 喀痰. */
  SPUTUM,
  /** 気管吸引液. */
  TRACHEAL_ASPIRATE,
  /** 肺胞洗浄液. */
  BRONCHOALVEOLAR_LAVAGE,
  /** 咽頭拭い液. */
  PHARYNGEAL_SWAB,
  /** 鼻腔吸引液. */
  NASAL_ASPIRATE,
  /** 鼻腔拭い液. */
  NASAL_SWAB,
  /** 鼻咽頭拭い液. */
  NASOPHARYNGEAL_SWAB,
  /** 便. */
  STOOL,
  /** 唾液. */
  SALIVA,
  /** 剖検材料. */
  AUTOPSY_MATERIAL,
  /** その他. */
  OTHER
}
