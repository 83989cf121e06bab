package org.openhersys.identity.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCD-EFGH-2345",
        "abcd-efgh-2345",
        "abcdefgh2345",
        " ABCD EFGH\t2345\n",
        "ＡＢＣＤ－ＥＦＧＨ－２３４５",
        "ABCDーEFGH−2345",
        "ABCD—EFGH‐2345　"
      })
  void howeverItIsTypedItIsTheSameCode(String typed) {
    assertEquals("ABCDEFGH2345", RecoveryCodes.normalised(typed));
  }

  @Property
  void nothingElseIsForgiven(
      @ForAll @StringLength(min = 1, max = 20) @CharRange(from = '!', to = '~') String typed) {
    assertEquals(
        typed.replace("-", "").toUpperCase(java.util.Locale.ROOT), RecoveryCodes.normalised(typed));
  }
}
