package org.openhersys.tracking.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openhersys.api.identifier.CheckDigit;

class CaseNumberTest {
  private static final Instant NEW_YEAR_IN_JAPAN = Instant.parse("2026-12-31T15:00:00Z");

  @Test
  void theYearIsJapans() {
    assertTrue(CaseNumber.of(NEW_YEAR_IN_JAPAN, 123).value().startsWith("2027-0000123-"));
    assertTrue(
        CaseNumber.of(NEW_YEAR_IN_JAPAN.minusSeconds(1), 123).value().startsWith("2026-0000123-"));
  }

  @Test
  void theLastDigitChecksTheOthers() {
    String digits = CaseNumber.of(NEW_YEAR_IN_JAPAN, 123).value().replace("-", "");

    assertTrue(CheckDigit.holds(digits));
  }

  @Test
  void moreThanSevenDigitsAreNotCut() {
    assertEquals(
        "2027-123456789-",
        CaseNumber.of(NEW_YEAR_IN_JAPAN, 123_456_789).value().replaceAll("[0-9]$", ""));
  }
}
