package org.openhersys.notification.municipality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All prefectures, municipalities and wards, as the list beside this class has them. */
public final class Municipalities {
  private static final String LIST = "/municipality/municipalities.csv";
  private static final Map<String, Municipality> BY_CODE = read();

  private Municipalities() {}

  /** The place that a code stands or stood for. */
  public static Optional<Municipality> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Every place of the list, in no order. */
  static Stream<Municipality> all() {
    return BY_CODE.values().stream();
  }

  /** The prefecture of two digits (JIS X 0401). */
  public static Optional<Municipality> prefecture(String twoDigits) {
    return all()
        .filter(place -> place.code().startsWith(twoDigits + "000") && isPrefecture(twoDigits))
        .findFirst();
  }

  /** Whether two digits are a 都道府県コード (01–47). */
  public static boolean isPrefecture(String twoDigits) {
    return twoDigits.matches("0[1-9]|[1-3][0-9]|4[0-7]");
  }

  private static Map<String, Municipality> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Municipalities.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(Municipalities::row)
          .collect(Collectors.toUnmodifiableMap(Municipality::code, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Municipality row(String line) {
    String[] column = line.split(",", -1);
    return new Municipality(
        column[0],
        column[1],
        column[2].isEmpty() ? null : LocalDate.parse(column[2]),
        column[3].isEmpty() ? null : LocalDate.parse(column[3]),
        column[4].isEmpty() ? null : column[4]);
  }
}
