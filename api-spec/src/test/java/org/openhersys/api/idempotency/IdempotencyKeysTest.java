package org.openhersys.api.idempotency;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeysTest {
  @ParameterizedTest
  @ValueSource(strings = {"identity", "notification", "tracking"})
  void everyServiceKeepsKeysInItsOwnSchema(String schema) {
    assertDoesNotThrow(() -> new IdempotencyKeys(schema, Clock.systemUTC()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "Identity", "identity.account; --", " "})
  void nothingElseIsPutIntoStatements(String schema) {
    assertThrows(IllegalStateException.class, () -> new IdempotencyKeys(schema, Clock.systemUTC()));
  }
}
