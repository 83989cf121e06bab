package org.openhersys.notification.question;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** 回答, as it is given: 1 to 1,000 characters. */
public record Answer(@Nullable String text) {

  /** What is wrong with it. */
  public List<Finding> findings() {
    return QuestionText.findings("/text", text);
  }

  /** The text, when nothing is wrong with it. */
  public String judged() {
    return Objects.requireNonNull(text);
  }
}
