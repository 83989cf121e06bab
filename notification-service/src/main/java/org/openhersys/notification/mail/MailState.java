package org.openhersys.notification.mail;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** 通知メールの状態. */
public enum MailState {
  /** 送信待ち. */
  WAITING,
  /** 送信済: the mail server has accepted it. */
  SENT,
  /** 保留: it cannot be sent as it is; somebody has to do something. */
  PARKED;

  /**
   * The states that a list shows.
   *
   * @param asked one of the names, or null for all
   * @throws ProblemException 422 for anything else
   */
  static List<MailState> asked(@Nullable String asked) {
    if (asked == null) {
      return List.of(values());
    }
    return Arrays.stream(values())
        .filter(state -> state.name().equals(asked))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "", "STATE_UNKNOWN", "stateの値が正しくありません", "There is no such state"));
  }
}
