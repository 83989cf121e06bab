package org.openhersys.notification.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MunicipalitiesTest {

  @Test
  void knowsPrefecturesCitiesAndWards() {
    assertEquals("北海道", Municipalities.of("010006").orElseThrow().name());
    assertEquals("札幌市", Municipalities.of("011002").orElseThrow().name());
    assertEquals("札幌市中央区", Municipalities.of("011011").orElseThrow().name());
    assertTrue(Municipalities.of("999997").isEmpty());
  }

  @Test
  void everyListedCodeHasItsCheckDigit() {
    assertTrue(MunicipalityCode.checkDigitIsRight("010006"));
    assertTrue(MunicipalityCode.checkDigitIsRight("999997"));
    assertFalse(MunicipalityCode.checkDigitIsRight("011012"));
    assertTrue(
        Municipalities.all().allMatch(place -> MunicipalityCode.checkDigitIsRight(place.code())));
  }

  @Test
  void wardsOfHamamatsuChangedWithTheYear2024() {
    Municipality oldWard = Municipalities.of("221317").orElseThrow();
    Municipality newWard = Municipalities.of(oldWard.successor()).orElseThrow();

    assertTrue(oldWard.inForceOn(LocalDate.of(2023, 12, 31)));
    assertFalse(oldWard.inForceOn(LocalDate.of(2024, 1, 1)));
    assertFalse(newWard.inForceOn(LocalDate.of(2023, 12, 31)));
    assertTrue(newWard.inForceOn(LocalDate.of(2024, 1, 1)));
  }

  @Test
  void prefecturesRunFrom01To47() {
    assertTrue(Municipalities.isPrefecture("01"));
    assertTrue(Municipalities.isPrefecture("47"));
    assertFalse(Municipalities.isPrefecture("00"));
    assertFalse(Municipalities.isPrefecture("48"));
  }
}
