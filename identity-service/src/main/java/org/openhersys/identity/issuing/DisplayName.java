package org.openhersys.identity.issuing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * 表示名: of a person, or of a section or ward such as 「△△課1」 ([S18]); 1 to 100 characters on one
 * line.
 */
public final class DisplayName {
  private static final int MOST = 100;

  private DisplayName() {}

  /** What is wrong with a name; null is missing. */
  public static List<Finding> findings(String pointer, @Nullable String name) {
    if (name == null || name.isBlank()) {
      return List.of(Finding.error(pointer, "REQUIRED", "表示名を入力してください", "The name is required"));
    }
    if (name.codePointCount(0, name.length()) > MOST) {
      return List.of(Finding.error(pointer, "TEXT_TOO_LONG", "長すぎます", "Too long"));
    }
    return name.chars().anyMatch(Character::isISOControl)
        ? List.of(
            Finding.error(
                pointer, "TEXT_UNREADABLE", "改行などの制御文字は使えません", "Holds a control character"))
        : List.of();
  }
}
