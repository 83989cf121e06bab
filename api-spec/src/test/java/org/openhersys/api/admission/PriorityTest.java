package org.openhersys.api.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {
  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/sessions, LOGIN",
    "DELETE, /api/v1/sessions/current, ENTRY",
    "POST, /oauth2/token, ENTRY",
    "GET, /.well-known/jwks.json, ENTRY",
    "POST, /api/v1/notifications, ENTRY",
    "PATCH, /api/v1/notifications/0193b0c2-5f1e-7a60-8000-000000000000, ENTRY",
    "GET, /api/v1/notifications/0193b0c2-5f1e-7a60-8000-000000000000, LOOK",
    "GET, /api/v1/cases/0193b0c2-5f1e-7a60-8000-000000000000/status, LOOK",
    "GET, /api/v1/cases, SEARCH",
    "GET, /api/v1/cases/changes, SEARCH",
    "HEAD, /api/v1/cases, SEARCH",
    "POST, /api/v1/notifications/search, SEARCH",
    "POST, /api/v1/validations, SEARCH"
  })
  void entryGoesBeforeALookAndALookBeforeASearch(String method, String path, Priority priority) {
    assertEquals(priority, Priority.of(method, path));
  }

  @Test
  void howeverFewAreLetInEachHasAShare() {
    for (Priority priority : Priority.values()) {
      assertTrue(priority.share(1) >= 1);
    }
  }
}
