package org.openhersys.notification.quality;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** 要確認の理由: why a notification of the work list wants a look. */
public enum QualityNeed {
  /** 未解消の警告あり. */
  OPEN_WARNINGS("c.warnings > 0"),
  /** 未入力の届出事項あり. */
  MISSING("c.missing_items > 0"),
  /** 重複の疑い. */
  LIKELY_DUPLICATES("c.duplicates > 0"),
  /** 保健所確認後に修正. */
  CHANGED_SINCE_CONFIRMED("c.changed"),
  /** 未回答の照会あり. */
  OPEN_QUERIES("c.open_queries > 0");

  private final String condition;

  QualityNeed(String condition) {
    this.condition = condition;
  }

  /**
   * @param parameter null for all
   * @return null for all
   * @throws ProblemException 422 for anything that is no need
   */
  static @Nullable QualityNeed asked(@Nullable String parameter) {
    return parameter == null
        ? null
        : Stream.of(values())
            .filter(need -> need.name().equals(parameter))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalidContent(
                        "", "NEED_UNKNOWN", "needの値が正しくありません", "There is no such need"));
  }

  /** The same on rows {@code c} of the chain, word for word as its index has it. */
  String condition() {
    return condition;
  }
}
