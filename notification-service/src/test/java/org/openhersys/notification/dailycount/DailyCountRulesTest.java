package org.openhersys.notification.dailycount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.ProblemException;

/** What may be counted, and who corrects it when. */
class DailyCountRulesTest {
  private static final LocalDate DAY = LocalDate.of(2022, 10, 1);

  @Property
  void whatIsWrittenDownWithItsSumHasNoFindingsAndIsKeptAsItIs(
      @ForAll @Size(13) List<@IntRange(min = 0, max = CountedPersons.MOST) Integer> counts) {
    List<String> codes = AgeBands.IN_USE.codes();
    List<BandCount> bands =
        IntStream.range(0, codes.size())
            .mapToObj(i -> new BandCount(codes.get(i), counts.get(i)))
            .toList();
    int sum = counts.stream().mapToInt(Integer::intValue).sum();

    CountedPersons persons = new CountedPersons(bands, sum);

    assertEquals(List.of(), persons.findings());
    assertEquals(counts, List.copyOf(persons.byBand().values()));
    assertEquals(1, new CountedPersons(bands, sum + 1).findings().size());
    assertEquals(1, new CountedPersons(bands.subList(1, bands.size()), sum).findings().size());
  }

  @Test
  void theBandsFollowEachOtherWithoutAGap() {
    List<AgeBand> bands = AgeBands.IN_USE.items();
    for (int i = 1; i < bands.size(); i++) {
      assertEquals(bands.get(i - 1).to() + 1, bands.get(i).from(), bands.get(i).code());
    }
    assertEquals(0, bands.get(0).from());
    assertEquals(null, bands.get(bands.size() - 1).to());
  }

  @Test
  void aBandThatStandsThereTwiceIsTold() {
    List<BandCount> twice = List.of(new BandCount("AGE_0", 1), new BandCount("AGE_0", 1));

    assertTrue(
        new CountedPersons(twice, 2)
            .findings().stream().anyMatch(finding -> finding.code().equals("AGE_BAND_TWICE")));
  }

  @Test
  void aPeriodIsToldOnlyOfTheDayThatCannotBeRead() {
    ProblemException told =
        assertThrows(ProblemException.class, () -> CountPeriod.of(null, "2022-02-30", DAY));

    assertEquals(
        List.of("to is a date, YYYY-MM-DD."),
        told.errors().stream().map(finding -> finding.message().en()).toList());
  }

  @Property
  void exactlyOneCorrectsOnEachDay(@ForAll @IntRange(min = 0, max = 60) int later) {
    CorrectionWindow window = CorrectionWindow.on(DAY.plusDays(later), DAY, 30);

    assertEquals(later == 0, window == CorrectionWindow.REPORTER);
    assertEquals(later > 30, window == CorrectionWindow.NOBODY);
  }

  @Test
  void aPrefectureMayHaveStartedEarlier() {
    CountedDays days = days("2022-10-01T00:00:00Z", Map.of("08", LocalDate.of(2022, 9, 2)));
    LocalDate early = LocalDate.of(2022, 9, 2);

    assertEquals(List.of(), days.findings(early, "08"));
    assertEquals("DAY_BEFORE_START", days.findings(early, "01").get(0).code());
    assertEquals("DAY_BEFORE_START", days.findings(early, null).get(0).code());
    assertEquals("DAY_BEFORE_START", days.findings(early.minusDays(1), "08").get(0).code());
    assertEquals(List.of("08"), days.startedBy(early));
    assertTrue(days.isCounted(early));
    assertFalse(days.isCounted(early.minusDays(1)));
    assertFalse(days.isCountedEverywhere(early));
    assertTrue(days.isCountedEverywhere(LocalDate.of(2022, 9, 26)));
  }

  @Test
  void todayIsJapans() {
    CountedDays days = days("2022-10-01T15:00:00Z", Map.of());

    assertEquals(List.of(), days.findings(LocalDate.of(2022, 10, 2), "01"));
    assertEquals("DAY_IN_FUTURE", days.findings(LocalDate.of(2022, 10, 3), "01").get(0).code());
  }

  private static CountedDays days(String now, Map<String, LocalDate> early) {
    return new CountedDays(
        new DailyCountSettings() {
          @Override
          public LocalDate firstDay() {
            return LocalDate.of(2022, 9, 26);
          }

          @Override
          public Map<String, LocalDate> earlyStart() {
            return new HashMap<>(early);
          }

          @Override
          public int correctionDays() {
            return 30;
          }
        },
        Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }
}
