package org.openhersys.api.json;

import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Text;

/** What a string of a body may fail to be where one belongs; each refuses. */
public enum Unreadable {
  CODE("CODE_UNKNOWN", "一覧にないコードです", "The code is not in the list"),
  DATE("DATE_UNREADABLE", "日付として読み取れません（例: 2026-11-23）", "Not a date (for example 2026-11-23)"),
  ID("ID_UNREADABLE", "IDの形式ではありません", "Not an id"),
  TEXT(
      "TEXT_UNREADABLE",
      "使えない文字（NULまたは壊れたサロゲート）が含まれています",
      "Holds a character that is none (NUL or a lone surrogate)");

  private final String code;
  private final Text message;

  Unreadable(String code, String ja, String en) {
    this.code = code;
    this.message = new Text(ja, en);
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }

  /** What is told. */
  public Text message() {
    return message;
  }

  /** The error at that place. */
  Finding at(String pointer) {
    return Finding.error(pointer, code, message.ja(), message.en());
  }
}
