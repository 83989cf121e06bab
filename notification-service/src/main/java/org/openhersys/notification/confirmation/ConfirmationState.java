package org.openhersys.notification.confirmation;

import static org.openhersys.notification.confirmation.ConfirmationDeed.ASK;
import static org.openhersys.notification.confirmation.ConfirmationDeed.CHANGE_CATEGORY;
import static org.openhersys.notification.confirmation.ConfirmationDeed.CONFIRM;
import static org.openhersys.notification.confirmation.ConfirmationDeed.SETTLE;
import static org.openhersys.notification.confirmation.ConfirmationDeed.SETTLE_LAST;
import static org.openhersys.notification.confirmation.ConfirmationDeed.WITHDRAW;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 確認の状態 of a notification at its receiving health centre ([S14-2]). */
public enum ConfirmationState {
  /** 要確認. */
  TO_BE_CONFIRMED,
  /** 保健所確認済. */
  CONFIRMED,
  /** 差戻し: the sender has questions to answer. */
  RETURNED,
  /** 取下げ: it was a mistake; nothing follows. */
  WITHDRAWN;

  /**
   * What each deed leads to; what does not stand here changes nothing. Open questions do not keep a
   * centre from confirming, and an answer that comes later leaves it confirmed. Confirmed again is
   * what was changed since.
   */
  private static final Map<ConfirmationState, Map<ConfirmationDeed, ConfirmationState>> TABLE =
      Map.of(
          TO_BE_CONFIRMED,
          Map.of(
              CONFIRM, CONFIRMED,
              ASK, RETURNED,
              SETTLE, TO_BE_CONFIRMED,
              SETTLE_LAST, TO_BE_CONFIRMED,
              CHANGE_CATEGORY, TO_BE_CONFIRMED,
              WITHDRAW, WITHDRAWN),
          CONFIRMED,
          Map.of(
              CONFIRM, CONFIRMED,
              ASK, RETURNED,
              CHANGE_CATEGORY, TO_BE_CONFIRMED,
              WITHDRAW, WITHDRAWN),
          RETURNED,
          Map.of(
              CONFIRM, CONFIRMED,
              ASK, RETURNED,
              SETTLE, RETURNED,
              SETTLE_LAST, TO_BE_CONFIRMED,
              CHANGE_CATEGORY, TO_BE_CONFIRMED,
              WITHDRAW, WITHDRAWN),
          WITHDRAWN,
          Map.of());

  /** The state that the deed leads to, or nothing where it changes nothing. */
  public Optional<ConfirmationState> after(ConfirmationDeed deed) {
    // Every state stands in the table.
    return Optional.ofNullable(Objects.requireNonNull(TABLE.get(this)).get(deed));
  }
}
