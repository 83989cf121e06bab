package org.openhersys.notification.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** The text of a question or an answer: 1 to 1,000 characters that are not all blank. */
final class QuestionText {
  private static final int MOST_CHARACTERS = 1_000;

  private QuestionText() {}

  static List<Finding> findings(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return List.of(Finding.error(pointer, "REQUIRED", "内容を入力してください。", "The text is required."));
    }
    if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
      return List.of(
          Finding.error(
              pointer,
              "TEXT_TOO_LONG",
              "1000文字以内で入力してください。",
              "The text has at most 1000 characters."));
    }
    return List.of();
  }
}
