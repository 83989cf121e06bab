package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Text;
import org.openhersys.notification.catalogue.Demand;
import org.openhersys.notification.catalogue.FormItem;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.FormContent;

/**
 * What a notification cannot do without ([S5]): category, name, sex, birth date, location, method
 * of diagnosis. It alone is accepted; everything else may follow later. Which items those are in
 * which version, whom they concern and what may stand in their stead says the table of items
 * ({@code must}, {@code one}).
 */
final class MinimumSet {
  /** Code of everything that is missing. */
  static final String REQUIRED = "REQUIRED";

  private static final String EACH = "/*";

  static final List<LogicCheck> CHECKS =
      FormVersions.items().stream()
          .filter(item -> isEver(item, demand -> demand == Demand.MUST || demand == Demand.ONE))
          .map(MinimumSet::required)
          .toList();

  private MinimumSet() {}

  private static boolean isEver(FormItem item, Predicate<Demand> wanted) {
    return FormVersions.all().stream()
        .map(version -> version.demand(item.pointer()))
        .anyMatch(wanted);
  }

  private static LogicCheck required(FormItem item) {
    return error(
        0,
        REQUIRED,
        "「%s」%sを入力してください。".formatted(item.label().ja(), instead(item, "（分からない場合は「%s」）", Text::ja)),
        "Give this item: %s%s."
            .formatted(item.label().en(), instead(item, " (or, if that is unknown: %s)", Text::en)),
        isEver(item, Demand.ONE::equals) ? inFullestEntry(item) : where(item));
  }

  private static String instead(FormItem item, String said, Function<Text, String> language) {
    return item.or() == null
        ? ""
        : said.formatted(language.apply(FormVersions.item(item.or()).label()));
  }

  private static Violations where(FormItem item) {
    return form ->
        isNeeded(form, item) && !isGiven(form, item.pointer()) && !isGiven(form, item.or())
            ? Stream.of(new Place(item.pointer()))
            : Stream.empty();
  }

  private static boolean isNeeded(Examination form, FormItem item) {
    return form.version().requires(item.pointer())
        && item.askedOf().concerns(form.form(), null, form.dayOfLaw());
  }

  private static boolean isGiven(Examination form, @Nullable String pointer) {
    return pointer != null && isGiven(FormContent.at(form.form(), pointer));
  }

  private static boolean isGiven(@Nullable Object value) {
    if (value instanceof String text) {
      return !text.isBlank();
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    return value instanceof Address address ? address.saysWhere() : value != null;
  }

  /** One fully described entry is enough: what is missing is told of the one that lacks least. */
  private static Violations inFullestEntry(FormItem item) {
    int each = item.pointer().indexOf(EACH);
    FormItem list = FormVersions.item(item.pointer().substring(0, each));
    String member = item.pointer().substring(each + EACH.length());
    return form -> {
      if (form.version().demand(item.pointer()) != Demand.ONE || !isNeeded(form, list)) {
        return Stream.empty();
      }
      List<String> wanted = wantedOfOne(form, list);
      List<?> entries = entries(form, list);
      return IntStream.range(0, entries.size())
          .boxed()
          .min(Comparator.comparingLong(i -> lacking(entries.get(i), wanted)))
          .filter(i -> lacks(entries.get(i), member))
          .map(i -> new Place(list.pointer() + "/" + i + member))
          .stream();
    };
  }

  private static List<String> wantedOfOne(Examination form, FormItem list) {
    String within = list.pointer() + EACH;
    return FormVersions.items().stream()
        .map(FormItem::pointer)
        .filter(
            pointer -> pointer.startsWith(within) && form.version().demand(pointer) == Demand.ONE)
        .map(pointer -> pointer.substring(within.length()))
        .toList();
  }

  private static List<?> entries(Examination form, FormItem list) {
    List<?> given = (List<?>) FormContent.at(form.form(), list.pointer());
    return Objects.requireNonNullElse(given, List.of()).stream().limit(list.keptAtMost()).toList();
  }

  private static long lacking(@Nullable Object entry, List<String> wanted) {
    return wanted.stream().filter(member -> lacks(entry, member)).count();
  }

  private static boolean lacks(@Nullable Object entry, String member) {
    return entry == null || !isGiven(FormContent.at((Record) entry, member));
  }
}
