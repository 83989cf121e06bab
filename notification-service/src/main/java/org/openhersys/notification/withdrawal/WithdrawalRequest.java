package org.openhersys.notification.withdrawal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** 取下げ, as it is asked for: why, in 1 to 1,000 characters that are not all blank. */
public record WithdrawalRequest(@Nullable String reason) {
  private static final int MOST_CHARACTERS = 1_000;

  /** What is wrong with it. */
  List<Finding> findings() {
    if (reason == null || reason.isBlank()) {
      return List.of(
          Finding.error("/reason", "REQUIRED", "理由を入力してください。", "The reason is required."));
    }
    if (reason.codePointCount(0, reason.length()) > MOST_CHARACTERS) {
      return List.of(
          Finding.error(
              "/reason",
              "TEXT_TOO_LONG",
              "理由は1000文字以内で入力してください。",
              "The reason has at most 1000 characters."));
    }
    return List.of();
  }

  /** The reason, when nothing is wrong with it. */
  String judged() {
    return Objects.requireNonNull(reason);
  }
}
