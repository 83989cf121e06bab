package org.openhersys.tracking.casefile;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** 並び順: by the first submission of the course. */
enum CaseOrder {
  NEWEST("desc", "<"),
  OLDEST("asc", ">");

  private final String direction;
  private final String beyond;

  CaseOrder(String direction, String beyond) {
    this.direction = direction;
    this.beyond = beyond;
  }

  /**
   * @param sort the query parameter; newest first when null
   * @throws ProblemException 422 for anything else than {@code newest} or {@code oldest}
   */
  static CaseOrder of(@Nullable String sort) {
    if (sort == null) {
      return NEWEST;
    }
    return Stream.of(values())
        .filter(order -> order.code().equals(sort))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "", "SORT_UNKNOWN", "sortはnewestまたはoldestです", "sort is newest or oldest"));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code asc} or {@code desc}. */
  String direction() {
    return direction;
  }

  /** The comparison that a row behind the cursor passes. */
  String beyond() {
    return beyond;
  }
}
