package org.openhersys.notification.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Text;

/** コード表: the code lists of the form, as the table {@code form/code-lists.csv} has them. */
public final class CodeLists {
  private static final Map<String, List<Code>> LISTS =
      Table.rows("/form/code-lists.csv").stream()
          .skip(1)
          .collect(
              Collectors.groupingBy(
                  row -> row[0],
                  LinkedHashMap::new,
                  Collectors.mapping(CodeLists::code, Collectors.toUnmodifiableList())));
  private static final Map<String, Code> BY_CODE = new HashMap<>();

  static {
    LISTS.forEach(
        (list, codes) -> codes.forEach(code -> BY_CODE.put(list + "/" + code.code(), code)));
  }

  private CodeLists() {}

  /**
   * A code of a list.
   *
   * @param from first day on which it is valid; null when it always was
   * @param until last day on which it is valid; null while it is
   */
  public record Code(String code, Text label, @Nullable LocalDate from, @Nullable LocalDate until) {

    /** Whether it is valid on that day. */
    public boolean isInForceOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
  }

  /** All lists by name, in the order of the form. */
  public static Map<String, List<Code>> all() {
    return LISTS;
  }

  /** What the table says of a code. */
  public static Code of(Enum<?> code) {
    // Every code of the form stands in the table.
    return Objects.requireNonNull(
        BY_CODE.get(code.getDeclaringClass().getSimpleName() + "/" + code.name()));
  }

  private static Code code(String[] row) {
    return new Code(row[1], new Text(row[2], row[3]), day(row[4]), day(row[5]));
  }

  private static @Nullable LocalDate day(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }
}
