package org.openhersys.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class MailPropertiesTest {

  @Property
  void aSubjectIsReadAsItWasWritten(@ForAll @StringLength(min = 1, max = 60) String any)
      throws UnsupportedEncodingException {
    String text = wellFormed(any);

    assertEquals(text, MimeUtility.decodeText(MimeUtility.unfold(EncodedWords.of(text))));
  }

  @Property
  void aHeaderIsPlainShortLinesWhateverTheText(@ForAll String text) {
    for (String line : ("Subject: " + EncodedWords.of(text)).split("\r\n", -1)) {
      assertTrue(line.length() <= 76 && line.matches("[ -~]*"), line);
    }
  }

  @Property
  void pausesGrowFromTheFirstToTheLongest(@ForAll @IntRange(min = 1) int failures) {
    Duration first = Duration.ofMinutes(1);
    Duration longest = Duration.ofHours(1);

    Duration pause = new GrowingPause(first, longest, new Random(failures)).after(failures);

    Duration expected = failures > 6 ? longest : first.multipliedBy(1L << (failures - 1));
    assertTrue(pause.compareTo(expected) >= 0, () -> pause.toString());
    assertTrue(pause.compareTo(expected.multipliedBy(5).dividedBy(4)) <= 0, () -> pause.toString());
  }

  private static String wellFormed(String any) {
    return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
