package org.openhersys.tracking.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** 理由: why something is done with a case; 1 to 1,000 characters that are not all blank. */
public final class Reason {
  private static final int MOST_CHARACTERS = 1_000;

  private Reason() {}

  /** What is wrong with it, at {@code /reason}. */
  public static List<Finding> findings(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return List.of(Finding.error("/reason", "REQUIRED", "理由を入力してください", "The reason is required"));
    }
    if (reason.codePointCount(0, reason.length()) > MOST_CHARACTERS) {
      return List.of(
          Finding.error(
              "/reason",
              "TEXT_TOO_LONG",
              "理由は1000文字以内で入力してください",
              "The reason has at most 1000 characters"));
    }
    return List.of();
  }
}
