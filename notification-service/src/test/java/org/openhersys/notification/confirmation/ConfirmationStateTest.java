package org.openhersys.notification.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationStateTest {

  @ParameterizedTest
  @CsvSource({
    "TO_BE_CONFIRMED, CONFIRM, CONFIRMED",
    "TO_BE_CONFIRMED, ASK, RETURNED",
    "TO_BE_CONFIRMED, SETTLE, TO_BE_CONFIRMED",
    "TO_BE_CONFIRMED, SETTLE_LAST, TO_BE_CONFIRMED",
    "TO_BE_CONFIRMED, CHANGE_CATEGORY, TO_BE_CONFIRMED",
    "CONFIRMED, CONFIRM, CONFIRMED",
    "CONFIRMED, ASK, RETURNED",
    "CONFIRMED, SETTLE,",
    "CONFIRMED, SETTLE_LAST,",
    "CONFIRMED, CHANGE_CATEGORY, TO_BE_CONFIRMED",
    "RETURNED, CONFIRM, CONFIRMED",
    "RETURNED, ASK, RETURNED",
    "RETURNED, SETTLE, RETURNED",
    "RETURNED, SETTLE_LAST, TO_BE_CONFIRMED",
    "RETURNED, CHANGE_CATEGORY, TO_BE_CONFIRMED",
    "TO_BE_CONFIRMED, WITHDRAW, WITHDRAWN",
    "CONFIRMED, WITHDRAW, WITHDRAWN",
    "RETURNED, WITHDRAW, WITHDRAWN",
    "WITHDRAWN, CONFIRM,",
    "WITHDRAWN, ASK,",
    "WITHDRAWN, SETTLE,",
    "WITHDRAWN, SETTLE_LAST,",
    "WITHDRAWN, CHANGE_CATEGORY,",
    "WITHDRAWN, WITHDRAW,"
  })
  void aDeedLeadsWhereTheTableSays(
      ConfirmationState state, ConfirmationDeed deed, ConfirmationState next) {
    assertEquals(Optional.ofNullable(next), state.after(deed));
  }
}
