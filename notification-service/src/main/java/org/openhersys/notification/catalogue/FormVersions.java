package org.openhersys.notification.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All versions and items of 別記様式6-1, as the table {@code form/form-6-1.csv} has them. */
public final class FormVersions {
  private static final FormTable TABLE = FormTable.read();
  private static final Map<String, FormItem> BY_POINTER =
      TABLE.items().stream()
          .collect(Collectors.toUnmodifiableMap(FormItem::pointer, Function.identity()));

  private FormVersions() {}

  /** The items of all versions, in the order of the form. */
  public static List<FormItem> items() {
    return TABLE.items();
  }

  /**
   * The item at this pointer.
   *
   * @throws IllegalArgumentException when no version has one
   */
  public static FormItem item(String pointer) {
    return Optional.ofNullable(BY_POINTER.get(pointer))
        .orElseThrow(() -> new IllegalArgumentException(pointer));
  }

  /** The versions, oldest first. */
  public static List<FormVersion> all() {
    return TABLE.versions();
  }

  /** The version in force on a day in Japan; before all of them, the first. */
  public static FormVersion inForceOn(LocalDate day) {
    return all().stream()
        .filter(version -> !version.from().isAfter(day))
        .max(Comparator.comparing(FormVersion::from))
        .orElse(all().get(0));
  }

  /** The version of this label, if there is one. */
  public static Optional<FormVersion> labelled(String label) {
    return all().stream().filter(version -> version.label().equals(label)).findFirst();
  }

  /** The version by whose rules something kept is read. */
  public static FormVersion kept(String label) {
    return labelled(label).orElseThrow(() -> new IllegalStateException("no form version " + label));
  }
}
