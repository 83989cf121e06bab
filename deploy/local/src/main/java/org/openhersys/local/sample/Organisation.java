package org.openhersys.local.sample;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the import.
 *
 * @param jurisdiction the municipalities that a health centre serves
 * @param mailAddress a mailbox of the organisation
 */
record Organisation(
    String code,
    String kind,
    String name,
    String nameKana,
    @Nullable String parentCode,
    @Nullable String municipalityCode,
    @Nullable List<String> jurisdiction,
    @Nullable String mailAddress) {
  static final String HEADER =
      "code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress";

  String row() {
    return Stream.of(
            code,
            kind,
            name,
            nameKana,
            parentCode,
            municipalityCode,
            jurisdiction == null ? null : String.join(" ", jurisdiction),
            mailAddress)
        .map(value -> value == null ? "" : value)
        .collect(Collectors.joining(","));
  }
}
