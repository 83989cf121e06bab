package org.openhersys.api.caller;

/** The roles of people (domain: who takes part). Names equal the constants of {@link RoleNames}. */
public enum Role {
  /** 医師. */
  PHYSICIAN,
  /** 事務職員, types for a physician ([S17]). */
  CLERK,
  /** 医療機関の管理者. */
  INSTITUTION_MANAGER,
  /** 保健所職員. */
  HEALTH_CENTRE_STAFF,
  /** 保健所の管理者. */
  HEALTH_CENTRE_MANAGER,
  /** 都道府県・保健所設置市・特別区 本庁. */
  LOCAL_GOVERNMENT_STAFF,
  /** 地方衛生研究所. */
  LOCAL_INSTITUTE_STAFF,
  /** 厚生労働省 統計. */
  NATIONAL_STATISTICS,
  /** 国立感染症研究所. */
  NATIONAL_SURVEILLANCE,
  /** 厚生労働省 システム管理. */
  NATIONAL_ADMINISTRATOR,
  /** 外部委託. */
  CONTRACTOR,
  /** ヘルプデスク. */
  SUPPORT
}
