package org.openhersys.local.journey;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.SampleDirectory;

class TokenTest {
  @Test
  void whoCanLogInIsListedWithoutSecrets() {
    Credentials credentials = new SampleDirectory().credentials("http://localhost:8080");

    String list = Token.list(credentials);

    for (Credentials.Account one : credentials.accounts()) {
      assertTrue(
          list.lines()
              .anyMatch(
                  line ->
                      line.startsWith(one.loginId() + " ")
                          && line.contains(one.role())
                          && line.contains(one.organisation())),
          one.loginId());
      assertFalse(list.contains(one.password()));
    }
    assertTrue(list.contains("case.read"));
    assertFalse(list.contains("\"d\""));
  }
}
