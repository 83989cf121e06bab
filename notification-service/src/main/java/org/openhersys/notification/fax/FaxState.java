package org.openhersys.notification.fax;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** FAXの状態. What is entered or closed stays so until it is put back; a claim runs out. */
public enum FaxState {
  /** 未着手: free to be claimed. */
  WAITING("f.state = 'WAITING' and (f.claimed_until is null or f.claimed_until <= :now)"),
  /** 作業中: somebody has claimed it. */
  CLAIMED("f.state = 'WAITING' and f.claimed_until > :now"),
  /** 入力済: it became a notification. */
  ENTERED("f.state = 'ENTERED'"),
  /** 終了: it was no notification. */
  CLOSED("f.state = 'CLOSED'");

  private final String condition;

  FaxState(String condition) {
    this.condition = condition;
  }

  /** As a condition upon a fax {@code f} at {@code :now}. */
  String condition() {
    return condition;
  }

  /**
   * @param text the query parameter; waiting when null
   * @throws ProblemException 422 for anything that is no state
   */
  static FaxState parse(@Nullable String text) {
    return text == null
        ? WAITING
        : Stream.of(values())
            .filter(state -> state.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalidContent(
                        "", "STATE_UNKNOWN", "stateの値が正しくありません", "There is no such state"));
  }
}
