package org.openhersys.notification.draft;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** 下書きの状態. Only an open one is worked on; what is settled stays. */
public enum DraftState {
  /** 作成中. */
  OPEN,
  /** 報告済: it became a notification. */
  REPORTED,
  /** 破棄. */
  DISCARDED;

  /**
   * @param text the query parameter; open when null
   * @throws ProblemException 422 for anything that is no state
   */
  static DraftState parse(@Nullable String text) {
    return text == null
        ? OPEN
        : Stream.of(values())
            .filter(state -> state.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalidContent(
                        "", "STATE_UNKNOWN", "stateの値が正しくありません", "There is no such state"));
  }
}
