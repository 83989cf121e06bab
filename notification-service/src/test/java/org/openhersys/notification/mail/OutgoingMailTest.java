package org.openhersys.notification.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMailTest {

  @ParameterizedTest
  @ValueSource(strings = {"hokenjo@city.example.jp", "a.b+c_d@x", "tuuchi-1@hersys-mail.test"})
  void mailboxesAsTheyAreUsed(String address) {
    assertTrue(OutgoingMail.isMailbox(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b>\r\nRCPT TO:<c@d",
        "a@b\n",
        "a@b,c@d",
        "<a@b>",
        "\"a b\"@c",
        "保健所@city.example.jp",
        "a@保健所.jp",
        ".a@b",
        "a..b@c",
        "a@",
        "@b",
        "a",
        ""
      })
  void nothingThatCouldBecomeACommandIsAMailbox(String address) {
    assertFalse(OutgoingMail.isMailbox(address));
  }
}
