package org.openhersys.identity.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MailAddressTest {
  @Test
  void addressesOfOrganisationsAreTaken() {
    for (String address :
        List.of(
            "hokenjo@kakuu.example",
            "kansen-sho.1+hersys@city.mihon.lg.jp",
            "a@b-c.jp",
            "x".repeat(64) + "@kakuu.example")) {
      assertTrue(MailAddress.hasForm(address), address);
    }
  }

  @Test
  void whatMailCannotBeSentToIsRefused() {
    for (String address :
        List.of(
            "",
            "@",
            "hokenjo",
            "hokenjo@",
            "@kakuu.example",
            "hokenjo@kakuu",
            "hokenjo@kakuu..example",
            ".hokenjo@kakuu.example",
            "ho..kenjo@kakuu.example",
            "hokenjo@-kakuu.example",
            "hokenjo@192.168.0.1",
            "ho kenjo@kakuu.example",
            "\"hokenjo\"@kakuu.example",
            "見本 <hokenjo@kakuu.example>",
            "保健所@kakuu.example",
            "a@kakuu.example,b@kakuu.example",
            "x".repeat(65) + "@kakuu.example",
            "a@" + "x.".repeat(130) + "example")) {
      assertFalse(MailAddress.hasForm(address), address);
    }
  }

  @Test
  void nothingEndsAHeaderLine() {
    for (String end : List.of("\r\n", "\n", "\r", "\u0085", "\u2028", "\0", "%0d%0a\r")) {
      assertFalse(MailAddress.hasForm("hokenjo@kakuu.example" + end));
      assertFalse(MailAddress.hasForm("hokenjo@kakuu.example" + end + "Bcc: x@kakuu.example"));
      assertFalse(MailAddress.hasForm("hokenjo" + end + "@kakuu.example"));
    }
  }

  @Property
  boolean whatIsTakenIsPlainAscii(@ForAll String address) {
    return !MailAddress.hasForm(address) || address.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }
}
