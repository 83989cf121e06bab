package org.openhersys.notification.dailycount;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * 日別報告数の修正 by the local government.
 *
 * @param reason 1 to 500 characters
 */
public record DailyCountCorrection(
    @Nullable List<@Nullable BandCount> counts, @Nullable Integer total, @Nullable String reason) {
  private static final int MOST_CHARACTERS = 500;

  CountedPersons persons() {
    return new CountedPersons(counts, total);
  }

  /** What is wrong with it. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(persons().findings());
    if (reason == null || reason.isBlank()) {
      findings.add(
          Finding.error("/reason", "REQUIRED", "修正の理由を入力してください。", "A reason is required."));
    } else if (reason.codePointCount(0, reason.length()) > MOST_CHARACTERS) {
      findings.add(
          Finding.error(
              "/reason",
              "TEXT_TOO_LONG",
              "500文字以内で入力してください。",
              "The reason has at most 500 characters."));
    }
    return findings;
  }
}
