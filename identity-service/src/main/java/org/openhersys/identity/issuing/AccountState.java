package org.openhersys.identity.issuing;

/** アカウントの状態. Who manages an account may ask for another state: */
public enum AccountState {
  /** 発行済: awaits its activation. */
  INVITED,
  /** 有効. */
  ACTIVE,
  /** 停止. */
  DISABLED;

  // from        wanted: INVITED                  ACTIVE                 DISABLED
  private static final Turn[][] TABLE = {
    /* INVITED  */ {Turn.STAYS, Turn.NEVER_ACTIVATED, Turn.DISABLES},
    /* ACTIVE   */ {Turn.ONLY_BY_REACTIVATION, Turn.STAYS, Turn.DISABLES},
    /* DISABLED */ {Turn.ONLY_BY_REACTIVATION, Turn.ENABLES, Turn.STAYS},
  };

  /** What a change from this state to that one is. */
  Turn to(AccountState wanted) {
    return TABLE[ordinal()][wanted.ordinal()];
  }

  /** What a wanted change of state is. */
  enum Turn {
    STAYS,
    DISABLES,
    ENABLES,
    NEVER_ACTIVATED,
    ONLY_BY_REACTIVATION
  }
}
