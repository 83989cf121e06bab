package org.openhersys.identity.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;

/**
 * What a list of organisations is narrowed to; null narrows nothing.
 *
 * @param code 組織コード, the whole of it: one organisation or none
 * @param municipality 全国地方公共団体コード, six digits: the health centre whose area it is
 */
record OrganisationFilter(
    @Nullable OrganisationKind kind, @Nullable String code, @Nullable String municipality) {
  private static final int LONGEST_CODE = 40;

  /**
   * @throws ProblemException 422 with all that cannot be read
   */
  static OrganisationFilter of(
      @Nullable String kind, @Nullable String code, @Nullable String municipality) {
    List<Finding> findings = new ArrayList<>();
    OrganisationKind known =
        Arrays.stream(OrganisationKind.values())
            .filter(k -> k.name().equals(kind))
            .findFirst()
            .orElse(null);
    if (kind != null && known == null) {
      findings.add(Finding.error("", "KIND_UNKNOWN", "kindが一覧にありません", "kind is not in the list"));
    }
    if (code != null && !isCode(code)) {
      findings.add(
          Finding.error(
              "",
              "CODE_UNREADABLE",
              "codeは制御文字を含まない1～40文字です",
              "code has 1 to 40 characters and no control characters"));
    }
    if (municipality != null && !municipality.matches("[0-9]{6}")) {
      findings.add(
          Finding.error(
              "",
              "MUNICIPALITY_UNREADABLE",
              "municipalityは6桁の数字です",
              "municipality has six digits"));
    }
    if (!findings.isEmpty()) {
      throw ProblemException.invalidContent(findings);
    }
    return new OrganisationFilter(known, code, municipality);
  }

  /** One text for what the list is narrowed to, to bind cursors to. */
  String text() {
    return kind + "/" + municipality + "/" + code;
  }

  private static boolean isCode(String code) {
    int length = code.codePointCount(0, code.length());
    return length > 0 && length <= LONGEST_CODE && code.chars().noneMatch(Character::isISOControl);
  }
}
