package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.Violations.at;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.Test;

/**
 * What a notification cannot do without ([S5]): category, name, sex, birth date, location, method
 * of diagnosis. It alone is accepted; everything else may follow later.
 */
final class MinimumSet {
  /** Code of everything that is missing. */
  static final String REQUIRED = "REQUIRED";

  static final List<LogicCheck> CHECKS =
      List.of(
          required(
              "診断分類を選択してください。",
              "Give the diagnosis category.",
              at("/diagnosisCategory", form -> form.category() == null)),
          required(
              "氏名を入力してください。",
              "Give the patient's name.",
              at("/patient/name", MinimumSet::lacksName)),
          required(
              "性別を選択してください。",
              "Give the patient's sex.",
              at("/patient/sex", form -> form.patient().sex() == null)),
          required(
              "生年月日を入力してください。",
              "Give the patient's birth date.",
              at("/patient/birthDate", MinimumSet::lacksBirthDate)),
          required(
              "所在地（分からない場合は住所）を入力してください。",
              "Give the current location or, if that is unknown, the registered address.",
              at("/currentLocation", MinimumSet::isNowhere)),
          required(
              "検査（診断方法）を入力してください。",
              "Give the method of diagnosis: at least one test.",
              at("/tests", form -> form.needsTest() && form.tests().isEmpty())),
          required(
              "検査方法を選択してください。",
              "Give the method of the test.",
              inFullestTest("/method", test -> test.method() == null)),
          required(
              "検体を選択してください。",
              "Give the specimen of the test.",
              inFullestTest("/specimen", test -> test.specimen() == null)),
          required(
              "検体採取年月日を入力してください。",
              "Give the sampling date of the test.",
              inFullestTest("/samplingDate", test -> test.samplingDate() == null)));

  private MinimumSet() {}

  private static LogicCheck required(String ja, String en, Violations violations) {
    return error(0, REQUIRED, ja, en, violations);
  }

  private static boolean isNowhere(Examination form) {
    return !form.currentLocation().saysWhere() && !form.registeredAddress().saysWhere();
  }

  /** Of a body the name may be said to be unknown (氏名不詳). */
  private static boolean lacksName(Examination form) {
    Patient patient = form.patient();
    return isBlank(patient.name())
        && !(form.isBody() && Boolean.TRUE.equals(patient.nameUnknown()));
  }

  /** Of a body the birth date may be said to be unknown (生年月日不詳). */
  private static boolean lacksBirthDate(Examination form) {
    Patient patient = form.patient();
    return patient.birthDate() == null
        && !(form.isBody() && Boolean.TRUE.equals(patient.birthDateUnknown()));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** One fully described test is enough: what is missing is told of the one that lacks least. */
  private static Violations inFullestTest(String member, Predicate<Test> missing) {
    return form -> {
      if (!form.needsTest()) {
        return Stream.empty();
      }
      List<Test> tests = form.tests();
      return IntStream.range(0, tests.size())
          .boxed()
          .min(Comparator.comparingLong(i -> lacking(tests.get(i))))
          .filter(i -> missing.test(tests.get(i)))
          .map(i -> new Place("/tests/" + i + member))
          .stream();
    };
  }

  private static long lacking(Test test) {
    return Stream.of(test.method() == null, test.specimen() == null, test.samplingDate() == null)
        .filter(lacks -> lacks)
        .count();
  }
}
