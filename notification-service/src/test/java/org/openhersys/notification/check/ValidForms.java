package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;

/** Forms without fault, of all ages and days. */
final class ValidForms {
  private ValidForms() {}

  /** A form and the day on which it is sent. */
  record Sent(SampleForm form, LocalDate today) {}

  static Arbitrary<Sent> of(DiagnosisCategory... categories) {
    return Combinators.combine(
            Arbitraries.of(categories),
            Dates.dates().between(LocalDate.of(2020, 12, 1), LocalDate.of(2026, 12, 31)),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(40, 104 * 365),
            Arbitraries.integers().between(0, 7),
            Arbitraries.of("架空 太郎", "𠮷田 花子", "髙﨑 見本", "葛\uDB40\uDD00城 架空", "Mihon Taro"))
        .as(
            (category, diagnosed, sentAfter, ageInDays, sampledBefore, name) ->
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
                    SampleForm.person(name, "ミホン", Sex.FEMALE, birth, Age.on(diagnosed, birth)));
  }

  static List<DiagnosisCategory> living() {
    return List.of(
        DiagnosisCategory.CONFIRMED,
        DiagnosisCategory.ASYMPTOMATIC_CARRIER,
        DiagnosisCategory.SUSPECTED);
  }
}
