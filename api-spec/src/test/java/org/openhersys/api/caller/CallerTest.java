package org.openhersys.api.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {
  @Test
  void whoIsLoggedInHasASession() {
    UUID session = UUID.randomUUID();
    Caller caller =
        new Caller(
            Caller.Kind.MACHINE,
            session,
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            Set.of(Scopes.CASE_READ),
            null);

    assertEquals(session, caller.openSession());
  }

  @Test
  void atTheDoorThereIsNoSession() {
    Caller knocking = Caller.atDoor(UUID.randomUUID(), UUID.randomUUID(), Role.CLERK);

    assertThrows(IllegalStateException.class, knocking::openSession);
  }
}
