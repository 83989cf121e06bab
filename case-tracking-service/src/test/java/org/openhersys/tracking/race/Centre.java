package org.openhersys.tracking.race;

/** The health centres of a race, all below one local government. */
enum Centre {
  /** 届出先. */
  RECEIVING,
  SECOND,
  THIRD,
  /** Shares the case, or is made to. */
  SHARING
}
