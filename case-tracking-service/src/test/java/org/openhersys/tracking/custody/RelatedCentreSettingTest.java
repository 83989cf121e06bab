package org.openhersys.tracking.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openhersys.api.time.Japan;

class RelatedCentreSettingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void theRightLastsToTheEndOfThatDayInJapan() {
    RelatedCentreSetting setting = new RelatedCentreSetting(Right.READ, TODAY);

    assertEquals(Instant.parse("2026-11-24T15:00:00Z"), setting.end());
    assertEquals(TODAY, Japan.day(setting.end().minusNanos(1)));
  }

  @Test
  void withoutADayThereIsNoEnd() {
    assertNull(new RelatedCentreSetting(Right.READ, null).end());
    assertNull(RelatedCentreSetting.lastDay(null));
  }

  @Property
  void theDayThatIsShownIsTheDayThatWasSet(@ForAll @IntRange(min = 0, max = 400_000) int days) {
    LocalDate day = TODAY.plusDays(days);

    assertEquals(
        day, RelatedCentreSetting.lastDay(new RelatedCentreSetting(Right.READ, day).end()));
  }

  @Property
  void onlyADayThatIsOverIsRefused(@ForAll @IntRange(min = -1000, max = 1000) int days) {
    RelatedCentreSetting setting = new RelatedCentreSetting(Right.WRITE, TODAY.plusDays(days));

    assertEquals(days < 0 ? 1 : 0, setting.findings(TODAY).size());
    assertTrue(new RelatedCentreSetting(Right.WRITE, null).findings(TODAY).isEmpty());
  }
}
