package org.openhersys.notification.dailycount;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * Persons by age band as somebody wrote them down: every band of {@link AgeBands#IN_USE} once, 0
 * where there was nobody, and the total of all.
 */
record CountedPersons(@Nullable List<@Nullable BandCount> counts, @Nullable Integer total) {
  /** Of one band on one day; more than any institution or registration centre has ever seen. */
  static final int MOST = 99_999;

  private static final BandCount NOTHING = new BandCount(null, null);

  /** What is wrong with it. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> sound = new LinkedHashMap<>();
    List<@Nullable BandCount> written = Objects.requireNonNullElse(counts, List.of());
    List<String> bands = new ArrayList<>(AgeBands.IN_USE.codes());
    for (int i = 0; i < written.size() && i <= AgeBands.IN_USE.items().size(); i++) {
      BandCount band = Objects.requireNonNullElse(written.get(i), NOTHING);
      findings.addAll(findings("/counts/" + i, band, sound));
      bands.remove(band.ageBand());
    }
    bands.forEach(missing -> findings.add(missing(missing)));
    if (total == null) {
      findings.add(Finding.error("/total", "REQUIRED", "合計を入力してください。", "The total is required."));
    } else if (findings.isEmpty() && total != sum(sound)) {
      findings.add(
          Finding.error(
              "/total",
              "TOTAL_DIFFERS",
              "合計が年齢階級別の報告数の合計（%d）と一致しません。".formatted(sum(sound)),
              "The total is not the sum of the bands, which is %d.".formatted(sum(sound))));
    }
    return findings;
  }

  /** By band, youngest first; of what has no findings. */
  Map<String, Integer> byBand() {
    Map<String, Integer> byBand = new LinkedHashMap<>();
    AgeBands.IN_USE.codes().forEach(code -> byBand.put(code, 0));
    List.<BandCount>copyOf(Objects.requireNonNull(counts))
        .forEach(band -> byBand.put(band.ageBand(), band.count()));
    return byBand;
  }

  private static List<Finding> findings(String place, BandCount band, Map<String, Integer> sound) {
    List<Finding> findings = new ArrayList<>();
    if (band.ageBand() == null || !AgeBands.IN_USE.codes().contains(band.ageBand())) {
      findings.add(
          Finding.error(
              place + "/ageBand",
              "AGE_BAND_UNKNOWN",
              "年齢階級が一覧にありません。",
              "There is no such age band."));
    } else if (sound.containsKey(band.ageBand())) {
      findings.add(
          Finding.error(
              place + "/ageBand",
              "AGE_BAND_TWICE",
              "同じ年齢階級が2回あります。",
              "The age band stands there twice."));
    }
    if (band.count() == null || band.count() < 0 || band.count() > MOST) {
      findings.add(
          Finding.error(
              place + "/count",
              "COUNT_OUT_OF_BOUNDS",
              "報告数は0から%dまでの整数です。".formatted(MOST),
              "A count is a whole number from 0 to %d.".formatted(MOST)));
    }
    if (findings.isEmpty()) {
      sound.put(band.ageBand(), band.count());
    }
    return findings;
  }

  private static Finding missing(String band) {
    return Finding.error(
        "/counts",
        "AGE_BAND_MISSING",
        "年齢階級%sの報告数がありません（0の場合は0を入力してください）。".formatted(band),
        "The band %s has no count; where there was nobody, write 0.".formatted(band));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
