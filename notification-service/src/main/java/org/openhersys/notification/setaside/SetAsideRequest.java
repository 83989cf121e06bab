package org.openhersys.notification.setaside;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * 警告を確認済とする, as it is asked for.
 *
 * @param pointer of the finding; null or empty where it is about the whole form
 * @param code of the finding
 * @param reason may be null; else 1 to 1,000 characters
 */
public record SetAsideRequest(
    @Nullable String pointer, @Nullable String code, @Nullable String reason) {
  private static final int MOST_CHARACTERS = 1_000;

  /** What is wrong with it. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (code == null || code.isBlank()) {
      findings.add(
          Finding.error("/code", "REQUIRED", "警告のコードを入力してください。", "Give the code of the warning."));
    }
    if (reason != null && reason.isBlank()) {
      findings.add(
          Finding.error(
              "/reason",
              "TEXT_EMPTY",
              "空の文字列です。理由がない場合は省略してください。",
              "The text is empty. Leave out a reason that there is not."));
    }
    if (reason != null && reason.codePointCount(0, reason.length()) > MOST_CHARACTERS) {
      findings.add(
          Finding.error(
              "/reason",
              "TEXT_TOO_LONG",
              "1000文字以内で入力してください。",
              "The text has at most 1000 characters."));
    }
    return findings;
  }

  /** The pointer, empty for the whole form. */
  String place() {
    return pointer == null ? "" : pointer;
  }

  /** Whether this finding is meant. */
  boolean means(Finding finding) {
    return finding.pointer().equals(place()) && finding.code().equals(code);
  }
}
