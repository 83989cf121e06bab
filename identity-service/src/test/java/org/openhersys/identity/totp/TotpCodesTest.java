package org.openhersys.identity.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodesTest {
  private static final byte[] RFC_SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_015L);

  /** RFC 6238 appendix B, SHA-1; its eight digits cut to the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheRfc(long seconds, String code) {
    assertEquals(code, TotpCodes.code(RFC_SEED, TotpCodes.step(Instant.ofEpochSecond(seconds))));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "29, 0", "30, 1", "59, 1", "60, 2"})
  void aStepLastsThirtySeconds(long seconds, long step) {
    assertEquals(step, TotpCodes.step(Instant.ofEpochSecond(seconds)));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void thisStepAndTheOneBeforeAreAccepted(long from) {
    long step = TotpCodes.step(NOW) + from;

    assertEquals(
        OptionalLong.of(step), TotpCodes.stepOf(RFC_SEED, TotpCodes.code(RFC_SEED, step), NOW));
  }

  @ParameterizedTest
  @CsvSource({"1", "-2", "2"})
  void noOtherStepIsAccepted(long from) {
    String code = TotpCodes.code(RFC_SEED, TotpCodes.step(NOW) + from);

    assertEquals(OptionalLong.empty(), TotpCodes.stepOf(RFC_SEED, code, NOW));
  }

  @Test
  void aCodeIsItsSixDigitsAndNothingElse() {
    String code = TotpCodes.code(RFC_SEED, TotpCodes.step(NOW));

    assertEquals(OptionalLong.empty(), TotpCodes.stepOf(RFC_SEED, code + " ", NOW));
    assertEquals(OptionalLong.empty(), TotpCodes.stepOf(RFC_SEED, code.substring(1), NOW));
    assertEquals(OptionalLong.empty(), TotpCodes.stepOf(RFC_SEED, "", NOW));
  }
}
