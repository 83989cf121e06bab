package org.openhersys.tracking.handover;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverTermsTest {

  @Test
  void aDurationThatIsNoTimeIsRefusedWithItsName() {
    List<String> properties =
        List.of("giver-reads", "expires-after", "reminds-after", "returns-within");
    for (int i = 0; i < properties.size(); i++) {
      for (Duration none : List.of(Duration.ZERO, Duration.ofDays(-1))) {
        Duration[] durations = {
          Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)
        };
        durations[i] = none;

        IllegalArgumentException refused =
            assertThrows(IllegalArgumentException.class, () -> terms(durations));

        assertTrue(refused.getMessage().contains(properties.get(i)), refused.getMessage());
      }
    }
  }

  private static HandoverTerms terms(Duration... durations) {
    return new HandoverTerms(
        Clock.systemUTC(), durations[0], durations[1], durations[2], durations[3]);
  }
}
