package org.openhersys.identity.administrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.Finding;

class FirstAdministratorWordsTest {
  @Test
  void wordsThatCanBeReadAreTaken() {
    assertEquals(List.of(), codes("mihon.kanri", "見本 管理者", null, null));
    assertEquals(List.of(), codes("mihon.kanri", "見本 管理者", "KUNI", "架空省"));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertEquals(
        List.of("LOGIN_ID_FORM", "REQUIRED", "CODE_FORM", "NAME_FORM"),
        codes("架空", " ", "KU NI", ""));
  }

  @Test
  void wordsThatTheLocaleCannotReadAreNotStored() {
    assertEquals(List.of("LOCALE_NOT_UTF8"), codes("mihon.kanri", "\uFFFD\uFFFD", null, null));
  }

  private static List<String> codes(String loginId, String name, String code, String organisation) {
    return new FirstAdministrator(loginId, name, code, organisation)
        .findings().stream().map(Finding::code).toList();
  }
}
