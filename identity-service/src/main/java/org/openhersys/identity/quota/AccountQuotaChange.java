package org.openhersys.identity.quota;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** アカウント数の上限の変更. */
public record AccountQuotaChange(@Nullable Integer total) {
  private static final int MOST = 100_000;

  List<Finding> findings() {
    if (total == null) {
      return List.of(Finding.error("/total", "REQUIRED", "上限を入力してください", "The total is required"));
    }
    return total >= 0 && total <= MOST
        ? List.of()
        : List.of(
            Finding.error(
                "/total", "TOTAL_OUT_OF_BOUNDS", "上限は0〜100000です", "The total is 0 to 100000"));
  }

  /** The total, when nothing is wrong with it. */
  int judged() {
    return Objects.requireNonNull(total);
  }
}
