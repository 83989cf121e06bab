package org.openhersys.tracking.intake;

import java.time.Instant;
import java.util.Locale;
import org.openhersys.api.identifier.CheckDigit;
import org.openhersys.api.time.Japan;

/**
 * 症例番号, what people read out to each other: {@code 2026-0000123-4}, the year in Japan of the first
 * submission, a number of at least seven digits that never comes again, and a check digit over
 * both.
 */
record CaseNumber(String value) {

  /**
   * @param number from the sequence {@code tracking.case_number}
   */
  static CaseNumber of(Instant submittedAt, long number) {
    String year = "%04d".formatted(Japan.day(submittedAt).getYear());
    String digits = String.format(Locale.ROOT, "%07d", number);
    return new CaseNumber(year + "-" + digits + "-" + CheckDigit.of(year + digits));
  }
}
