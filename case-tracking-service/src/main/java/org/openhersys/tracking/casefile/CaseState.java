package org.openhersys.tracking.casefile;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/**
 * 症例の状態: whether a case counts. It follows from the current notification of the course alone, so
 * that 追加登録 and a correction in place lead to the same ([S3]).
 */
public enum CaseState {
  /** 有効. */
  OPEN,
  /** 否定: a suspected patient whose results are all negative; closed and not counted. */
  RULED_OUT,
  /** 取下げ: all notifications are withdrawn; closed and not counted. */
  WITHDRAWN;

  /**
   * The state to list; null for all.
   *
   * @param text the query parameter
   * @throws ProblemException 422 for anything that is no state
   */
  static @Nullable CaseState ofNullable(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Stream.of(values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "",
                    "CASE_STATE_UNKNOWN",
                    "caseStateの値が正しくありません",
                    "There is no such caseState"));
  }
}
