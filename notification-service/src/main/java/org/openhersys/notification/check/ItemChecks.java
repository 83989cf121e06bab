package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.FormContent;
import org.openhersys.notification.form.FormContent.Written;

/**
 * How long texts and lists may be, as the table of items has it. Length is counted in code points.
 */
final class ItemChecks {
  private static final String MAY_BE_EMPTY = "/freeText";

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              0,
              "TEXT_TOO_LONG",
              "文字数が上限（{}）を超えています。",
              "The text is longer than {} characters.",
              atItems(ItemChecks::isTooLongText)),
          error(
              0,
              "TEXT_EMPTY",
              "空の文字列です。分からない項目は省略してください。",
              "The text is empty. Leave out what is not known.",
              atItems(ItemChecks::isEmptyText)),
          error(
              0,
              "TOO_MANY_ENTRIES",
              "件数が上限（{}）を超えています。",
              "There are more than {} entries.",
              atItems(ItemChecks::isTooLongList)),
          error(
              0,
              "ENTRY_EMPTY",
              "空の要素です。不要な要素は除いてください。",
              "The entry says nothing. Leave it out.",
              form -> FormContent.of(form.form()).flatMap(ItemChecks::emptyEntries)));

  private ItemChecks() {}

  private static Violations atItems(Predicate<Written> broken) {
    return form ->
        FormContent.of(form.form())
            .filter(broken)
            .map(written -> new Place(written.pointer(), String.valueOf(most(written))));
  }

  private static Integer most(Written written) {
    return FormVersions.item(written.item()).most();
  }

  private static boolean isTooLongText(Written written) {
    return written.value() instanceof String text
        && most(written) != null
        && text.codePointCount(0, text.length()) > most(written);
  }

  private static boolean isEmptyText(Written written) {
    return written.value() instanceof String text
        && text.isEmpty()
        && !written.item().equals(MAY_BE_EMPTY);
  }

  private static boolean isTooLongList(Written written) {
    return written.value() instanceof List<?> list && list.size() > most(written);
  }

  private static Stream<Place> emptyEntries(Written written) {
    return written.value() instanceof List<?> list
        ? IntStream.rangeClosed(0, Math.min(list.size() - 1, most(written)))
            .filter(i -> list.get(i) == null)
            .mapToObj(i -> new Place(written.pointer() + "/" + i))
        : Stream.empty();
  }
}
