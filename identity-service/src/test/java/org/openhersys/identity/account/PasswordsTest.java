package org.openhersys.identity.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

class PasswordsTest {
  private static final String PASSWORD = "mihon-no-nagai-pasuwaado";

  private final Passwords passwords = new Passwords(Duration.ofSeconds(3));

  @Test
  void onlyTheRightPasswordMatches() {
    String hash = passwords.hash(PASSWORD);

    assertTrue(passwords.matches(PASSWORD, hash));
    assertFalse(passwords.matches(PASSWORD + " ", hash));
  }

  @Test
  void nothingMatchesWhereThereIsNoAccount() {
    assertFalse(passwords.matches(PASSWORD, null));
    assertFalse(passwords.matches("no account has this hash", null));
  }

  @Test
  void hashesAreArgon2idAndSaltedEachAnew() {
    String hash = passwords.hash(PASSWORD);

    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertNotEquals(hash, passwords.hash(PASSWORD));
  }

  @Test
  void whoeverWouldWaitTooLongIsToldToComeAgain() throws InterruptedException {
    Passwords hasty = new Passwords(Duration.ofMillis(1));
    String hash = hasty.hash(PASSWORD);
    int logins = 8 * Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(logins);
    List<Future<Boolean>> storm = new ArrayList<>();
    for (int i = 0; i < logins; i++) {
      storm.add(threads.submit(() -> hasty.matches(PASSWORD, hash)));
    }
    threads.shutdown();

    int served = 0;
    int refused = 0;
    for (Future<Boolean> one : storm) {
      try {
        assertTrue(one.get());
        served++;
      } catch (ExecutionException failure) {
        assertEquals(ProblemType.UNAVAILABLE, ((ProblemException) failure.getCause()).type());
        refused++;
      }
    }

    assertTrue(served > 0 && refused > 0, "served " + served + ", refused " + refused);
  }
}
