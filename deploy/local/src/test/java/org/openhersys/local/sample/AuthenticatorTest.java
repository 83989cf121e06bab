package org.openhersys.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
  /** The seed of the test vectors of RFC 6238, appendix B: "12345678901234567890". */
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Test
  void codesAreThoseOfTheStandard() {
    assertEquals("287082", at(59).after(0).digits());
    assertEquals("081804", at(1111111109).after(0).digits());
    assertEquals("279037", at(2000000000).after(0).digits());
  }

  @Test
  void theOldestGoodCodeIsThatOfTheStepBefore() {
    assertEquals(new Authenticator.Code("287082", 1), at(60).oldest());
  }

  @Test
  void theStepBeforeIsNotUsedWhenItMayEndUnderway() {
    assertEquals(new Authenticator.Code("287082", 1), at(59).oldest());
  }

  private static Authenticator at(long second) {
    return new Authenticator(SEED, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }
}
