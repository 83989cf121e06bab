package org.openhersys.identity.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** システム間連携クライアントの変更: what a merge patch makes of the present client. */
record ClientChange(@Nullable String name, @Nullable Boolean active) {
  private static final int LONGEST_NAME = 100;

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(ofName(name));
    if (active == null) {
      findings.add(required("/active"));
    }
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(name), Objects.requireNonNull(active));
  }

  /** What is wrong with a client's name. */
  static List<Finding> ofName(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return List.of(required("/name"));
    }
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? List.of()
        : List.of(Finding.error("/name", "TEXT_TOO_LONG", "100文字までです", "At most 100 characters"));
  }

  static Finding required(String pointer) {
    return Finding.error(pointer, "REQUIRED", "この項目は必須です", "This field is needed");
  }

  /** Both are there. */
  record Judged(String name, boolean active) {}
}
