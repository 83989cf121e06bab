package org.openhersys.identity.issuing;

import java.util.Map;
import java.util.Objects;

/** アカウントの状態. Who manages an account may ask for another state: */
public enum AccountState {
  /** 発行済: awaits its activation. */
  INVITED,
  /** 有効. */
  ACTIVE,
  /** 停止. */
  DISABLED;

  // From each state, what it means to want another.
  private static final Map<AccountState, Map<AccountState, Turn>> TABLE =
      Map.of(
          INVITED,
          Map.of(INVITED, Turn.STAYS, ACTIVE, Turn.NEVER_ACTIVATED, DISABLED, Turn.DISABLES),
          ACTIVE,
          Map.of(INVITED, Turn.ONLY_BY_REACTIVATION, ACTIVE, Turn.STAYS, DISABLED, Turn.DISABLES),
          DISABLED,
          Map.of(INVITED, Turn.ONLY_BY_REACTIVATION, ACTIVE, Turn.ENABLES, DISABLED, Turn.STAYS));

  /** What a change from this state to that one is. */
  Turn to(AccountState wanted) {
    // Every pair stands in the table.
    return Objects.requireNonNull(Objects.requireNonNull(TABLE.get(this)).get(wanted));
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
