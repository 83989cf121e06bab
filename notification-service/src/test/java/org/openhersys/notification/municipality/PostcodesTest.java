package org.openhersys.notification.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostcodesTest {

  @Test
  void aPostcodeHasItsWardOrItsMunicipalities() {
    assertEquals(List.of("札幌市中央区"), names("0600000"));
    assertEquals(List.of("札幌市北区"), names("0010000"));
    assertEquals(2, names("4980000").size());
    assertEquals(List.of(), names("0000000"));
  }

  @Test
  void aWardMeetsItsCityAndNoOtherWard() {
    assertTrue(place("011011").meets(place("011002")));
    assertTrue(place("011002").meets(place("011011")));
    assertTrue(place("010006").meets(place("011011")));
    assertFalse(place("011011").meets(place("011029")));
    assertFalse(place("011002").meets(place("131016")));
  }

  @Test
  void aWardThatIsNoMoreMeetsThoseOfItsCity() {
    assertTrue(place("221350").meets(place("221392")));
    assertFalse(place("221350").meets(place("221007")));
  }

  private static List<String> names(String postcode) {
    return Postcodes.places(postcode).stream().map(Municipality::name).toList();
  }

  private static Municipality place(String code) {
    return Municipalities.of(code).orElseThrow();
  }
}
