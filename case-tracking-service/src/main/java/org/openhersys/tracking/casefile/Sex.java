package org.openhersys.tracking.casefile;

/** 性別. */
public enum Sex {
  /** 男. */
  MALE,
  /** 女. */
  FEMALE
}
