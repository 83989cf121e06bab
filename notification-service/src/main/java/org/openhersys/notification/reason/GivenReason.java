package org.openhersys.notification.reason;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * 理由, as it is given with a deed that asks for one (取下げ, FAXの差戻し): 1 to 1,000 characters that are
 * not all blank.
 */
public record GivenReason(@Nullable String reason) {
  private static final int MOST_CHARACTERS = 1_000;

  /** What is wrong with it. */
  public List<Finding> findings() {
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
  public String judged() {
    return Objects.requireNonNull(reason);
  }
}
