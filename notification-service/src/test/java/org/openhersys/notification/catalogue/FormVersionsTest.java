package org.openhersys.notification.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormVersionsTest {

  @Test
  void aVersionIsInForceFromItsFirstDay() {
    assertEquals("2020-10", on("2021-02-09"));
    assertEquals("2021-02-10", on("2021-02-10"));
    assertEquals("2022-06-30", on("2022-08-03"));
    assertEquals("2022-08-04", on("2022-09-25"));
    assertEquals("2022-09-26", on("2022-09-26"));
    assertEquals("2023-05-08", on("2026-11-23"));
  }

  @Test
  void whatIsOlderThanTheFirstVersionIsReadByIt() {
    assertEquals("2020-10", on("2020-02-01"));
  }

  @Test
  void aPinnedVersionHoldsWhateverTheDay() {
    FormCalendar calendar = new FormCalendar(Optional.of("2020-10"));

    assertEquals(FormVersions.kept("2020-10"), calendar.on(LocalDate.of(2026, 11, 23)));
  }

  @Test
  void anUnknownPinnedVersionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new FormCalendar(Optional.of("2020-99")));
  }

  private static String on(String day) {
    return FormVersions.inForceOn(LocalDate.parse(day)).label();
  }
}
