package org.openhersys.identity.organisation;

/** Who takes part (domain § 1). */
public enum OrganisationKind {
  /** 国・厚生労働省. */
  NATIONAL,
  /** 国立感染症研究所. */
  NATIONAL_SURVEILLANCE,
  /** 都道府県・保健所設置市・特別区 本庁. */
  LOCAL_GOVERNMENT,
  /** 保健所設置市ではない市町村. */
  MUNICIPALITY,
  /** 保健所. */
  HEALTH_CENTRE,
  /** 地方衛生研究所. */
  LOCAL_INSTITUTE,
  /** 医療機関. */
  MEDICAL_INSTITUTION,
  /** 外部委託. */
  CONTRACTOR,
  /** ヘルプデスク. */
  SUPPORT
}
