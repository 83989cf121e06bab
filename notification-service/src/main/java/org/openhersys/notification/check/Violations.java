package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.check.Examination.ClinicalDate;
import org.openhersys.notification.check.Examination.DateKind;
import org.openhersys.notification.check.Examination.Locality;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Test;

/** Finds the places where a form breaks a rule. */
@FunctionalInterface
interface Violations {

  Stream<Place> in(Examination form);

  /**
   * A place in the form.
   *
   * @param pointer JSON pointer (RFC 6901)
   * @param detail what the message says beyond its text, or nothing
   */
  record Place(String pointer, String detail) {
    Place(String pointer) {
      this(pointer, "");
    }
  }

  /** One place, when the rule is broken. */
  static Violations at(String pointer, Predicate<Examination> broken) {
    return form -> broken.test(form) ? Stream.of(new Place(pointer)) : Stream.empty();
  }

  /** This member of each test that breaks the rule. */
  static Violations atTests(String member, BiPredicate<Examination, Test> broken) {
    return form ->
        IntStream.range(0, form.tests().size())
            .filter(i -> broken.test(form, form.tests().get(i)))
            .mapToObj(i -> new Place("/tests/" + i + member));
  }

  /** Each date of these kinds that breaks the rule. */
  static Violations atDates(Set<DateKind> kinds, BiPredicate<Examination, LocalDate> broken) {
    return form ->
        form.dates().stream()
            .filter(date -> kinds.contains(date.kind()) && broken.test(form, date.day()))
            .map(ClinicalDate::pointer)
            .map(Place::new);
  }

  /** This member of each address that breaks the rule. */
  static Violations atAddresses(String member, Predicate<Address> broken) {
    return form ->
        Stream.of(
                broken.test(form.registeredAddress()) ? "/registeredAddress" : null,
                broken.test(form.currentLocation()) ? "/currentLocation" : null)
            .filter(Objects::nonNull)
            .map(address -> new Place(address + member));
  }

  /**
   * This member of each place with codes that breaks the rule; the function gives the detail, or
   * null while it holds.
   */
  static Violations atLocalities(
      String member, BiFunction<Examination, Locality, @Nullable String> detail) {
    return form ->
        form.localities().stream()
            .flatMap(
                locality ->
                    Stream.ofNullable(detail.apply(form, locality))
                        .map(said -> new Place(locality.pointer() + member, said)));
  }

  /** As {@link #atLocalities(String, BiFunction)}, for a rule about the place alone. */
  static Violations atLocalities(String member, Predicate<Locality> broken) {
    return atLocalities(member, (form, locality) -> broken.test(locality) ? "" : null);
  }

  /** Whether a day lies after another; not while one of them is absent. */
  static boolean after(@Nullable LocalDate day, @Nullable LocalDate other) {
    return day != null && other != null && day.isAfter(other);
  }

  /** Whether a day lies more than so many days after another; not while one of them is absent. */
  static boolean laterBy(int days, @Nullable LocalDate day, @Nullable LocalDate other) {
    return day != null && other != null && day.isAfter(other.plusDays(days));
  }
}
