package org.openhersys.identity.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  @Property(tries = 60)
  void everyLoginIdAndSeedIsReadBackFromBothPictures(
      @ForAll
          @LowerChars
          @NumericChars
          @Chars({'.', '_', '@', '-'})
          @StringLength(min = 3, max = 80)
          String loginId,
      @ForAll @Size(20) byte[] seed) {
    String uri = TotpSecrets.otpauthUri(loginId, seed);

    QrCode code = QrCode.of(uri);

    assertEquals(uri, QrCodes.readPng(code.png()));
    assertEquals(uri, QrCodes.readSvg(code.svg()));
  }

  @Test
  void fourLightModulesSurroundIt() {
    QrCode code = QrCode.of("otpauth://totp/mihon");

    for (int along = 0; along < code.size(); along++) {
      for (int depth = 0; depth < 4; depth++) {
        int far = code.size() - 1 - depth;
        assertFalse(code.isDark(along, depth) || code.isDark(depth, along));
        assertFalse(code.isDark(along, far) || code.isDark(far, along));
      }
    }
  }

  @Test
  void theSvgRunsNothingAndLoadsNothing() {
    String svg = QrCode.of("otpauth://totp/mihon").svg();

    assertEquals(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 33 33' shape-rendering='crispEdges'>"
            + "<rect width='33' height='33' fill='#fff'/><path d='…' fill='#000'/></svg>",
        svg.replace('"', '\'').replaceAll("d='[^']*'", "d='…'"));
  }
}
