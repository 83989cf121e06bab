package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Guardian;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;

/** Forms without fault, of all versions, ages and days. */
final class ValidForms {
  static final LocalDate FIRST_DAY = LocalDate.of(2020, 10, 14);
  static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
  private static final int ADULT_DAYS = 20 * 366;
  private static final int OLDEST_DAYS = 104 * 365;

  private ValidForms() {}

  /** A form and the day on which it is sent. */
  record Sent(SampleForm form, LocalDate today) {}

  /** With what the checks need, as often of one version as of another. */
  static Arbitrary<Sent> of(DiagnosisCategory... categories) {
    return Arbitraries.of(FormVersions.all())
        .flatMap(version -> Dates.dates().between(firstDay(version), lastDay(version)))
        .flatMap(day -> on(day, categories));
  }

  /** The same with every item filled in. */
  static Arbitrary<Sent> whole(DiagnosisCategory... categories) {
    return Combinators.combine(of(categories), Arbitraries.integers().between(0, 2))
        .as((sent, kind) -> new Sent(WholeForm.fill(sent.form(), kind), sent.today()));
  }

  /** The same as {@link #of}, diagnosed between two days. */
  static Arbitrary<Sent> between(LocalDate from, LocalDate until, DiagnosisCategory category) {
    return Dates.dates().between(from, until).flatMap(day -> on(day, category));
  }

  private static Arbitrary<Sent> on(LocalDate diagnosed, DiagnosisCategory... categories) {
    return Combinators.combine(
            Arbitraries.of(categories),
            Arbitraries.integers().between(0, 5),
            Arbitraries.oneOf(
                Arbitraries.integers().between(40, ADULT_DAYS),
                Arbitraries.integers().between(ADULT_DAYS, OLDEST_DAYS)),
            Arbitraries.integers().between(0, 7),
            Arbitraries.of("架空 太郎", "𠮷田 花子", "髙﨑 見本", "葛\uDB40\uDD00城 架空", "Mihon Taro"))
        .as(
            (category, sentAfter, ageInDays, sampledBefore, name) ->
                new Sent(
                    form(category, diagnosed, ageInDays, sampledBefore, name),
                    diagnosed.plusDays(sentAfter)));
  }

  private static SampleForm form(
      DiagnosisCategory category, LocalDate diagnosed, int ageInDays, int sampled, String name) {
    LocalDate birth = diagnosed.minusDays(ageInDays);
    return SampleForm.of(category, diagnosed)
        .withTest(test -> Changes.sampled(test, diagnosed.minusDays(sampled)))
        .with(
            form ->
                form.patient =
                    SampleForm.person(name, "ミホン", Sex.FEMALE, birth, Age.on(diagnosed, birth)))
        .with(form -> form.guardian = new Guardian("架空 保護", null, "011-000-0001"))
        .with(
            form -> {
              if (!category.isBody()) {
                form.admission = new Admission(null, null, true);
              }
            });
  }

  private static LocalDate firstDay(FormVersion version) {
    return version.from().isBefore(FIRST_DAY) ? FIRST_DAY : version.from();
  }

  private static LocalDate lastDay(FormVersion version) {
    List<FormVersion> all = FormVersions.all();
    int next = all.indexOf(version) + 1;
    return next < all.size() ? all.get(next).from().minusDays(1) : LAST_DAY;
  }

  static List<DiagnosisCategory> living() {
    return List.of(
        DiagnosisCategory.CONFIRMED,
        DiagnosisCategory.ASYMPTOMATIC_CARRIER,
        DiagnosisCategory.SUSPECTED);
  }
}
