package org.openhersys.notification.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.catalogue.CodeLists;
import org.openhersys.notification.catalogue.Demand;
import org.openhersys.notification.catalogue.FormItem;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.form.FormContent;
import org.openhersys.notification.form.FormPointer;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.municipality.Municipalities;

/**
 * The items of a form in the order and with the numbers of 別記様式6-1: those of its version, empty
 * where nothing is written, and whatever is written beyond them.
 */
final class WrittenItems {
  private static final String EACH = "/*";
  private final FormVersion version;
  private final Map<String, Object> written = new HashMap<>();

  private WrittenItems(NotificationForm form, FormVersion version) {
    this.version = version;
    FormContent.of(form).forEach(place -> written.put(place.pointer(), place.value()));
  }

  static List<PrintedRow> of(NotificationForm form, FormVersion version) {
    WrittenItems items = new WrittenItems(form, version);
    List<PrintedRow> rows = new ArrayList<>();
    List<FormItem> all = FormVersions.items();
    for (int i = 0; i < all.size(); i++) {
      FormItem item = all.get(i);
      if (!item.pointer().contains(EACH)) {
        rows.addAll(items.row(item, item.pointer(), item.label().ja()));
        rows.addAll(items.entries(item, all.subList(i + 1, all.size())));
      }
    }
    return rows;
  }

  /** The rows of a list's entries, behind the list's own; of one entry where there is none. */
  private List<PrintedRow> entries(FormItem list, List<FormItem> behind) {
    List<FormItem> members =
        behind.stream().filter(item -> item.pointer().startsWith(list.pointer() + EACH)).toList();
    int entries = written.get(list.pointer()) instanceof List<?> some ? some.size() : 0;
    List<PrintedRow> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(entries, 1) && !members.isEmpty(); i++) {
      for (FormItem member : members) {
        String pointer = member.pointer().replace("*", String.valueOf(i));
        rows.addAll(row(member, pointer, "（%d）%s".formatted(i + 1, member.label().ja())));
      }
    }
    return rows;
  }

  private List<PrintedRow> row(FormItem item, String pointer, String label) {
    Object value = written.get(pointer);
    boolean isGroup =
        FormPointer.typeAt(item.pointer()).orElseThrow() instanceof Class<?> type
            && type.isRecord();
    if (isGroup || (value == null && version.demand(item.pointer()) == Demand.ABSENT)) {
      return List.of();
    }
    String number = item.number() == null ? "" : item.number();
    return List.of(new PrintedRow(number, label, text(pointer, value)));
  }

  private static String text(String pointer, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> several) {
      return several.stream().allMatch(Enum.class::isInstance)
          ? several.stream().map(one -> text(pointer, one)).collect(Collectors.joining("、"))
          : several.size() + "件";
    }
    if (value instanceof Enum<?> code) {
      return code(code);
    }
    if (value instanceof LocalDate day) {
      return day(day);
    }
    if (value instanceof Boolean yes) {
      return yes ? "はい" : "いいえ";
    }
    return place(pointer, value.toString());
  }

  /** A day as forms have it. */
  static String day(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** A code as the code lists call it. */
  static String code(Enum<?> code) {
    return CodeLists.of(code).label().ja();
  }

  // Codes of places are shown with their names; one that the list does not have, as it is.
  private static String place(String pointer, String value) {
    if (pointer.endsWith("/municipalityCode")) {
      return Municipalities.of(value).map(place -> value + "　" + place.name()).orElse(value);
    }
    if (pointer.endsWith("/prefecture")) {
      return Municipalities.prefecture(value)
          .map(prefecture -> value + "　" + prefecture.name())
          .orElse(value);
    }
    return value;
  }
}
