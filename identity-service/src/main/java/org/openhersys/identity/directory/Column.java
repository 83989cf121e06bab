package org.openhersys.identity.directory;

import java.util.Arrays;
import java.util.Optional;

/** The columns of the file, as its header row names them. */
enum Column {
  CODE("code"),
  KIND("kind"),
  NAME("name"),
  NAME_KANA("nameKana"),
  PARENT_CODE("parentCode"),
  MUNICIPALITY_CODE("municipalityCode"),
  JURISDICTION("jurisdiction"),
  MAIL_ADDRESS("mailAddress");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static Optional<Column> titled(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }

  /** The pointer to a cell. */
  String at(long line) {
    return "/rows/" + line + "/" + title;
  }
}
