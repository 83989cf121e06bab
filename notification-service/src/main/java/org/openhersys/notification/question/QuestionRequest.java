package org.openhersys.notification.question;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** 質問（差戻し）, as it is asked for: 1 to 20 questions. */
public record QuestionRequest(@Nullable List<@Nullable QuestionItem> items) {
  private static final int MOST = 20;
  private static final QuestionItem NOTHING = new QuestionItem(null, null);

  /** What is wrong with it. */
  public List<Finding> findings() {
    if (items == null || items.isEmpty() || items.size() > MOST) {
      return List.of(
          Finding.error(
              "/items",
              "QUESTIONS_OUT_OF_BOUNDS",
              "質問は1件から20件までです。",
              "There are 1 to 20 questions."));
    }
    return IntStream.range(0, items.size())
        .mapToObj(i -> (items.get(i) == null ? NOTHING : items.get(i)).findings("/items/" + i))
        .flatMap(List::stream)
        .toList();
  }

  /** The questions, when nothing is wrong with it. */
  public List<QuestionItem> judged() {
    return List.copyOf(Objects.requireNonNull(items));
  }
}
