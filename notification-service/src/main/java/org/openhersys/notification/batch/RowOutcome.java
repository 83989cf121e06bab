package org.openhersys.notification.batch;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** 行の結果. */
public enum RowOutcome {
  /** 受理. */
  STORED,
  /** 不受理. */
  REFUSED;

  /**
   * The outcome that a list is asked for.
   *
   * @param asked one of the names, or null for all
   * @throws ProblemException 422 for anything else
   */
  static Optional<RowOutcome> asked(@Nullable String asked) {
    if (asked == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values())
            .filter(outcome -> outcome.name().equals(asked))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalidContent(
                        "", "OUTCOME_UNKNOWN", "outcomeの値が正しくありません", "There is no such outcome")));
  }
}
