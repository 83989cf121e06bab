package org.openhersys.notification.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** 検索条件, as they are asked for. A text that is all blank counts as left out. */
public record NotificationSearch(
    @Nullable String smartphoneEntryId,
    @Nullable String name,
    @Nullable String nameKana,
    @Nullable LocalDate birthDate,
    @Nullable LocalDate reportedFrom,
    @Nullable LocalDate reportedTo,
    @Nullable String inHousePatientId,
    @Nullable Integer limit,
    @Nullable String cursor) {
  private static final int MOST_CHARACTERS = 200;

  /** What is wrong with them. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (Stream.of(smartphoneEntryId, name, nameKana, inHousePatientId)
            .allMatch(text -> given(text) == null)
        && birthDate == null) {
      findings.add(
          Finding.error(
              "",
              "SEARCH_TOO_WIDE",
              "スマホ入力ID、氏名、フリガナ、生年月日、院内患者IDのいずれかを入力してください。",
              "Give the entry id, the name, the kana, the birth date or the in-house patient id."));
    }
    tooLong(findings, "/smartphoneEntryId", smartphoneEntryId);
    tooLong(findings, "/name", name);
    tooLong(findings, "/nameKana", nameKana);
    tooLong(findings, "/inHousePatientId", inHousePatientId);
    String entryId = given(smartphoneEntryId);
    if (entryId != null) {
      findings.addAll(entryIdFindings(TypedEntryId.of(entryId)));
    }
    if (reportedFrom != null && reportedTo != null && reportedTo.isBefore(reportedFrom)) {
      findings.add(
          Finding.error(
              "/reportedTo",
              "RANGE_REVERSED",
              "報告日の終わりが始めより前です。",
              "The range of report days ends before it begins."));
    }
    return findings;
  }

  /** The criteria; only where nothing is wrong with them. */
  SearchCriteria criteria() {
    String entryId = given(smartphoneEntryId);
    return new SearchCriteria(
        entryId == null ? null : TypedEntryId.of(entryId).usual(),
        given(name),
        given(nameKana),
        birthDate,
        reportedFrom,
        reportedTo,
        given(inHousePatientId));
  }

  private static List<Finding> entryIdFindings(TypedEntryId typed) {
    if (!typed.hasForm()) {
      return List.of(
          Finding.error(
              "/smartphoneEntryId",
              "ENTRY_ID_UNREADABLE",
              "スマホ入力IDは12桁の数字です。",
              "A smartphone entry id has 12 digits."));
    }
    if (!typed.checkDigitIsRight()) {
      return List.of(
          Finding.error(
              "/smartphoneEntryId",
              "ENTRY_ID_CHECK_DIGIT",
              "スマホ入力IDのどこかの数字が違います。もう一度確かめてください。",
              "Some digit of the smartphone entry id is wrong: please check it."));
    }
    return List.of();
  }

  private static void tooLong(List<Finding> findings, String pointer, @Nullable String text) {
    if (text != null && text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
      findings.add(
          Finding.error(
              pointer,
              "TEXT_TOO_LONG",
              "200文字以内で入力してください。",
              "The text has at most 200 characters."));
    }
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
