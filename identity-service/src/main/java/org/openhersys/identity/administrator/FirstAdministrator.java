package org.openhersys.identity.administrator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.issuing.DisplayName;
import org.openhersys.identity.issuing.LoginId;

/**
 * Who shall be the first national administrator.
 *
 * @param organisationCode of the national organisation; null: the one that stands, or a usual one
 * @param organisationName null: a usual one
 */
public record FirstAdministrator(
    String loginId,
    String displayName,
    @Nullable String organisationCode,
    @Nullable String organisationName) {
  private static final String CODE = "[A-Za-z0-9._-]{1,40}";
  private static final int MOST_CHARACTERS = 200;

  /** What the JVM makes of words that its locale cannot read. */
  private static final String UNREADABLE = "\uFFFD";

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(LoginId.findings("LOGIN_ID", loginId));
    findings.addAll(DisplayName.findings("DISPLAY_NAME", displayName));
    if (organisationCode != null && !organisationCode.matches(CODE)) {
      findings.add(
          Finding.error(
              "ORGANISATION_CODE",
              "CODE_FORM",
              "組織コードは40文字以内の半角英数字と . _ - です",
              "A code has at most 40 letters, digits and . _ -"));
    }
    if (organisationName != null
        && (organisationName.isBlank() || organisationName.length() > MOST_CHARACTERS)) {
      findings.add(
          Finding.error(
              "ORGANISATION_NAME", "NAME_FORM", "組織名は1〜200文字です", "A name has 1 to 200 characters"));
    }
    if ((displayName + organisationName).contains(UNREADABLE)) {
      findings.add(
          Finding.error(
              "DISPLAY_NAME",
              "LOCALE_NOT_UTF8",
              "文字化けしています。UTF-8のロケール（例: LC_ALL=C.UTF-8）で実行してください",
              "Not readable; run it under a UTF-8 locale such as LC_ALL=C.UTF-8"));
    }
    return findings;
  }
}
