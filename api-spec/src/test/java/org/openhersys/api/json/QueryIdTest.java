package org.openhersys.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

class QueryIdTest {
  private static final String ID = "0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a";

  @Test
  void theUsualFormIsAnId() {
    assertEquals(UUID.fromString(ID), QueryId.parse("organisation", ID));
    assertNull(QueryId.parse("organisation", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "0199b2f47c1e7a4b8c5d1f2e3d4c5b6a", " " + ID, ID + "0"})
  void anythingElseIsRefused(String text) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> QueryId.parse("organisation", text));

    assertEquals(ProblemType.INVALID_CONTENT, refused.type());
  }
}
