package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.after;
import static org.openhersys.notification.check.Violations.atDates;
import static org.openhersys.notification.check.Violations.laterBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openhersys.notification.check.Examination.DateKind;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.DoseGiven;
import org.openhersys.notification.form.VaccineDose;

/** The doses of item 18, in the order of their numbers where all have one, else as they stand. */
final class VaccinationChecks {
  /** 国内での接種開始は2021年2月. */
  private static final LocalDate FIRST_VACCINATIONS = LocalDate.of(2021, 2, 1);

  private static final int SHORTEST_GAP_DAYS = 14;

  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              24,
              "DOSE_BEFORE_THE_ONE_BEFORE",
              "接種年月日が前回の接種年月日より前です。",
              "The dose lies before the one before it.",
              atLaterOfTwo((before, dose) -> after(before, dose))),
          warning(
              24,
              "DOSE_SOON_AFTER_THE_ONE_BEFORE",
              "前回の接種から14日たっていません。",
              "The dose follows the one before it by less than 14 days.",
              atLaterOfTwo(
                  (before, dose) ->
                      !after(before, dose) && !laterBy(SHORTEST_GAP_DAYS - 1, dose, before))),
          warning(
              24,
              "DOSE_BEFORE_FIRST_VACCINATIONS",
              "接種年月日が、国内で接種が始まった2021年2月より前です。",
              "The dose lies before 2021-02, when vaccination began in Japan.",
              atDates(EnumSet.of(DateKind.DOSE), (form, day) -> after(FIRST_VACCINATIONS, day))),
          warning(
              24,
              "LATER_DOSE_WITHOUT_FIRST",
              "1回目の接種が「無」ですが、後の回の接種が「有」です。",
              "The first dose was not given, but a later one was.",
              form ->
                  hasLaterWithoutFirst(form)
                      ? Stream.of(first(form).place("/given"))
                      : Stream.empty()));

  private VaccinationChecks() {}

  /** A dose and where it stands in the form. */
  private record Standing(int index, VaccineDose dose) {
    Place place(String member) {
      return new Place("/vaccinations/" + index + member);
    }
  }

  private static List<Standing> inOrder(Examination form) {
    List<VaccineDose> doses = form.vaccinations();
    List<Standing> standing =
        IntStream.range(0, doses.size()).mapToObj(i -> new Standing(i, doses.get(i))).toList();
    return standing.stream().allMatch(one -> one.dose().dose() != null)
        ? standing.stream().sorted(Comparator.comparing(one -> one.dose().dose())).toList()
        : standing;
  }

  /** The date of each dated dose that stands badly to that of the dated one before it. */
  private static Violations atLaterOfTwo(BiPredicate<LocalDate, LocalDate> broken) {
    return form -> {
      List<Standing> dated =
          inOrder(form).stream().filter(one -> one.dose().date() != null).toList();
      return IntStream.range(1, dated.size())
          .filter(i -> broken.test(dated.get(i - 1).dose().date(), dated.get(i).dose().date()))
          .mapToObj(i -> dated.get(i).place("/date"));
    };
  }

  private static Standing first(Examination form) {
    return inOrder(form).get(0);
  }

  private static boolean hasLaterWithoutFirst(Examination form) {
    List<Standing> doses = inOrder(form);
    return !doses.isEmpty()
        && isFirst(doses.get(0).dose())
        && doses.get(0).dose().given() == DoseGiven.NOT_GIVEN
        && doses.stream().anyMatch(one -> one.dose().given() == DoseGiven.GIVEN);
  }

  private static boolean isFirst(VaccineDose dose) {
    return dose.dose() == null || dose.dose() == 1;
  }
}
