package org.openhersys.identity.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.Finding;

class PasswordPolicyTest {
  private final PasswordPolicy policy = new PasswordPolicy();

  @Test
  void aLongPhraseIsTaken() {
    assertEquals(List.of(), codes("kurage-to-tomato-no-natsu"));
    assertEquals(List.of(), codes("くらげとトマトの夏休みの宿題帳"));
  }

  @Test
  void twelveCharactersAreTheLeast() {
    assertTrue(codes("kR7#pw2Vx9q").contains("PASSWORD_TOO_SHORT"));
    assertEquals(List.of(), codes("kR7#pw2Vx9q!"));
  }

  @Test
  void moreThanTwoHundredAreTooLong() {
    assertEquals(List.of(), codes("kR7#pw2Vx9q!".repeat(16)));
    assertEquals(List.of("TEXT_TOO_LONG"), codes("kR7#pw2Vx9q!".repeat(17)));
  }

  @Test
  void theReasonIsToldInBothLanguages() {
    Finding weak = policy.findings("/password", "qwertyuiopas", "kakuu.hokenjo-1").get(0);

    assertEquals("PASSWORD_WEAK", weak.code());
    assertTrue(weak.message().ja().contains("（"), weak.message().ja());
    assertTrue(weak.message().en().contains("("), weak.message().en());
  }

  @Test
  void theLoginIdIsNotInIt() {
    assertEquals(
        List.of("PASSWORD_CONTAINS_LOGIN_ID"), codes("Natsu-KAKUU.Hokenjo-1-kurage-tomato"));
  }

  @Property(tries = 200)
  boolean anyTextIsJudged(@ForAll @StringLength(max = 250) String password) {
    return policy.findings("/password", password, "kakuu.hokenjo-1").stream()
        .allMatch(finding -> finding.pointer().equals("/password"));
  }

  private List<String> codes(String password) {
    return policy.findings("/password", password, "kakuu.hokenjo-1").stream()
        .map(Finding::code)
        .toList();
  }
}
