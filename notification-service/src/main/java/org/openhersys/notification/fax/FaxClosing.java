package org.openhersys.notification.fax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * FAXの終了, as it is asked for.
 *
 * @param reason why
 * @param supplements the notification that it supplements or corrects, where that has been done
 *     already; with {@link FaxClosingReason#SUPPLEMENT}, else null
 * @param note 1 to 1,000 characters; needed with {@link FaxClosingReason#OTHER}, else it may be
 *     null
 */
public record FaxClosing(
    @Nullable FaxClosingReason reason, @Nullable UUID supplements, @Nullable String note) {
  private static final int MOST_CHARACTERS = 1_000;

  /** What is wrong with it. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (reason == null) {
      findings.add(Finding.error("/reason", "REQUIRED", "理由を選択してください。", "Give the reason."));
    }
    if ((reason == FaxClosingReason.SUPPLEMENT) != (supplements != null)) {
      findings.add(
          Finding.error(
              "/supplements",
              "SUPPLEMENT_IS_OF_A_NOTIFICATION",
              "追加・修正のFAXであれば、その発生届を指定してください。それ以外では指定できません。",
              "A supplement names its notification; nothing else does."));
    }
    if (note == null ? reason == FaxClosingReason.OTHER : note.isBlank()) {
      findings.add(Finding.error("/note", "REQUIRED", "内容を入力してください。", "The text is required."));
    }
    if (note != null
        && !note.isBlank()
        && note.codePointCount(0, note.length()) > MOST_CHARACTERS) {
      findings.add(
          Finding.error(
              "/note",
              "TEXT_TOO_LONG",
              "1000文字以内で入力してください。",
              "The text has at most 1000 characters."));
    }
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(reason), supplements, note);
  }

  /** The reason is there. */
  record Judged(FaxClosingReason reason, @Nullable UUID supplements, @Nullable String note) {}
}
