package org.openhersys.notification.municipality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * 郵便番号: which municipalities or wards a postcode belongs to, as the list beside {@link
 * Municipalities} has it. Postcodes of single businesses (事業所個別番号) are not in it.
 */
public final class Postcodes {
  private static final String LIST = "/municipality/postcodes.csv";
  private static final int FIRST_DIGITS = 5;
  private static final Map<String, List<Municipality>> PLACES = read();

  private Postcodes() {}

  /**
   * The places of a postcode, mostly one; none where the list does not know it.
   *
   * @param sevenDigits without a hyphen
   */
  public static List<Municipality> places(String sevenDigits) {
    return Stream.of(sevenDigits, sevenDigits.substring(0, FIRST_DIGITS))
        .map(PLACES::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(List.of());
  }

  private static Map<String, List<Municipality>> read() {
    Map<String, List<Municipality>> places = new HashMap<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Postcodes.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              row -> {
                Municipality place = Municipalities.of(row[0]).orElseThrow();
                for (String postcode : row[1].split(" ", -1)) {
                  places.computeIfAbsent(postcode, unseen -> new ArrayList<>(1)).add(place);
                }
              });
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
