package org.openhersys.tracking.casefile;

/** 疾病. */
public enum Disease {
  /** 新型コロナウイルス感染症. */
  COVID_19
}
