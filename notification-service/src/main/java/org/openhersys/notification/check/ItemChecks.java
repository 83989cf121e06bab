package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openhersys.notification.catalogue.CodeLists;
import org.openhersys.notification.catalogue.FormItem;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.FormContent;
import org.openhersys.notification.form.FormContent.Written;

/**
 * What the tables of items and codes say of every item: how long texts and lists may be, how great
 * numbers, which codes are valid. Length is counted in code points. What is longer than the form
 * has room for warns and is kept; only what this system cannot hold refuses, so that nothing is
 * lost silently.
 */
final class ItemChecks {
  private static final String MAY_BE_EMPTY = "/freeText";

  /** Check 21 has more to say of it. */
  private static final String HAS_A_CHECK_OF_ITS_OWN = "/symptoms/spo2";

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              0,
              "TEXT_TOO_LONG",
              "文字数が保存できる上限（{}）を超えています。",
              "The text is longer than the {} characters that can be kept.",
              atItems(ItemChecks::isTooLongText, FormItem::keptAtMost)),
          warning(
              0,
              "TEXT_LONGER_THAN_FORM",
              "文字数が様式の上限（{}）を超えています（全文を保存しました）。",
              "The text is longer than the {} characters of the form; all of it is kept.",
              atItems(written -> isLongText(written) && !isTooLongText(written), FormItem::atMost)),
          warning(
              0,
              "TEXT_EMPTY",
              "空の文字列です。分からない項目は省略してください。",
              "The text is empty. Leave out what is not known.",
              atItems(ItemChecks::isEmptyText, FormItem::atMost)),
          error(
              0,
              "TOO_MANY_ENTRIES",
              "件数が保存できる上限（{}）を超えています。",
              "There are more than the {} entries that can be kept.",
              atItems(ItemChecks::isTooLongList, FormItem::keptAtMost)),
          warning(
              0,
              "MORE_ENTRIES_THAN_FORM",
              "件数が様式の上限（{}）を超えています（すべて保存しました）。",
              "There are more than the {} entries of the form; all of them are kept.",
              atItems(written -> isLongList(written) && !isTooLongList(written), FormItem::atMost)),
          error(
              0,
              "ENTRY_NULL",
              "要素がありません。不要な要素は除いてください。",
              "There is no entry. Leave it out.",
              atEntries((list, i) -> list.get(i) == null)),
          warning(
              0,
              "ENTRY_EMPTY",
              "何も記入されていない要素です。",
              "Nothing is written in this entry.",
              atEntries((list, i) -> list.get(i) != null && FormContent.isEmpty(list.get(i)))),
          warning(
              0,
              "CODE_TWICE",
              "同じ選択肢が重複しています。",
              "The same code stands there twice.",
              atEntries(
                  (list, i) -> list.get(i) instanceof Enum<?> code && list.indexOf(code) < i)),
          warning(
              0,
              "NUMBER_OUT_OF_RANGE",
              "数値が範囲（{}）を外れています。",
              "The number is not within {}.",
              form ->
                  form.content().stream()
                      .filter(ItemChecks::isOutOfRange)
                      .map(written -> new Place(written.pointer(), range(written)))),
          warning(
              20,
              "CODE_NOT_IN_FORCE",
              "この選択肢は当時有効ではありません。",
              "The code was not valid on the day.",
              form ->
                  form.content().stream()
                      .flatMap(ItemChecks::codes)
                      .filter(place -> !place.isInForce(form))
                      .map(place -> new Place(place.pointer()))));

  private ItemChecks() {}

  private static Violations atItems(Predicate<Written> broken, Function<FormItem, Integer> bound) {
    return form ->
        form.content().stream()
            .filter(broken)
            .map(
                written ->
                    new Place(written.pointer(), String.valueOf(bound.apply(item(written)))));
  }

  private static Violations atEntries(EntryRule broken) {
    return form ->
        form.content().stream()
            .filter(written -> written.value() instanceof List<?> && !isTooLongList(written))
            .flatMap(
                written ->
                    IntStream.range(0, ((List<?>) written.value()).size())
                        .filter(i -> broken.isBrokenBy((List<?>) written.value(), i))
                        .mapToObj(i -> new Place(written.pointer() + "/" + i)));
  }

  private static FormItem item(Written written) {
    return FormVersions.item(written.item());
  }

  private static boolean isLongText(Written written) {
    return written.value() instanceof String text && isLonger(text, item(written).atMost());
  }

  private static boolean isTooLongText(Written written) {
    return written.value() instanceof String text && isLonger(text, item(written).keptAtMost());
  }

  private static boolean isLonger(String text, int bound) {
    return text.length() > bound && text.codePointCount(0, text.length()) > bound;
  }

  private static boolean isEmptyText(Written written) {
    return written.value() instanceof String text
        && text.isEmpty()
        && !written.item().equals(MAY_BE_EMPTY);
  }

  private static boolean isLongList(Written written) {
    return written.value() instanceof List<?> list && list.size() > item(written).atMost();
  }

  private static boolean isTooLongList(Written written) {
    return written.value() instanceof List<?> list && list.size() > item(written).keptAtMost();
  }

  private static boolean isOutOfRange(Written written) {
    return written.value() instanceof Integer number
        && !written.item().equals(HAS_A_CHECK_OF_ITS_OWN)
        && (number < item(written).atLeast() || number > item(written).atMost());
  }

  private static String range(Written written) {
    return item(written).atLeast() + "–" + item(written).atMost();
  }

  private static Stream<CodePlace> codes(Written written) {
    if (written.value() instanceof Enum<?> code) {
      return Stream.of(new CodePlace(written.pointer(), code));
    }
    return written.value() instanceof List<?> list
        ? IntStream.range(0, list.size())
            .filter(i -> list.get(i) instanceof Enum<?>)
            .mapToObj(i -> new CodePlace(written.pointer() + "/" + i, (Enum<?>) list.get(i)))
        : Stream.empty();
  }

  private record CodePlace(String pointer, Enum<?> code) {
    boolean isInForce(Examination form) {
      return CodeLists.of(code).isInForceOn(form.dayOfLaw());
    }
  }

  private interface EntryRule {
    boolean isBrokenBy(List<?> list, int place);
  }
}
