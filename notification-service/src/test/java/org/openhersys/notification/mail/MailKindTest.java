package org.openhersys.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MailKindTest {

  @Test
  void theNameOfAKindSaysWhatItIsAbout() {
    for (MailKind kind : MailKind.values()) {
      String subject =
          kind.name().startsWith("HANDOVER_")
              ? "引継ぎの識別子"
              : kind.name().startsWith("CASE_") ? "症例の識別子" : "発生届の識別子";

      assertEquals(subject, kind.subjectLabel(), kind.name());
    }
  }

  @Test
  void aCentreThatACaseIsTakenFromIsNotToldThatItGotOne() {
    assertEquals("症例は本庁の指定により他の保健所の担当になりました。", MailKind.CASE_REASSIGNED.sentence());
  }
}
