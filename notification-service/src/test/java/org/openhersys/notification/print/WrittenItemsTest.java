package org.openhersys.notification.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhersys.notification.catalogue.CodeLists;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.form.Assessment;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.FormPointer;
import org.openhersys.notification.form.IllnessSeverity;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Symptom;
import org.openhersys.notification.form.Symptoms;

/** What is printed of a form. */
class WrittenItemsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 20);
  private static final FormVersion FIRST = FormVersions.kept("2020-10");
  private static final FormVersion MINIMAL = FormVersions.kept("2022-09-26");

  @Test
  void itemsStandInTheOrderOfTheForm() {
    List<Integer> numbers =
        rows(SampleForm.of(DiagnosisCategory.CONFIRMED, DAY), FIRST).stream()
            .map(PrintedRow::number)
            .filter(number -> !number.isEmpty())
            .map(Integer::valueOf)
            .toList();

    assertEquals(numbers.stream().sorted().toList(), numbers);
    assertEquals(19, numbers.stream().distinct().count());
  }

  @Test
  void whatIsNotKnownIsEmpty() {
    assertEquals(
        List.of(""), values("初診年月日", SampleForm.of(DiagnosisCategory.CONFIRMED, DAY), FIRST));
  }

  @Test
  void whatTheVersionDoesNotHaveIsLeftOutUnlessItIsWritten() {
    SampleForm silent = SampleForm.of(DiagnosisCategory.CONFIRMED, DAY);
    SampleForm written =
        SampleForm.of(DiagnosisCategory.CONFIRMED, DAY)
            .with(
                form ->
                    form.symptoms =
                        new Symptoms(List.of(Symptom.FEVER, Symptom.COUGH), null, null));

    assertEquals(List.of(), values("症状", silent, MINIMAL));
    assertEquals(List.of("発熱、咳"), values("症状", written, MINIMAL));
  }

  @Test
  void codesDatesAndPlacesAreSaidInJapanese() {
    SampleForm form =
        SampleForm.of(DiagnosisCategory.CONFIRMED, DAY)
            .with(
                f ->
                    f.assessment =
                        new Assessment(IllnessSeverity.MODERATE_1, null, true, null, null));

    assertEquals(List.of("患者（確定例）"), values("診断（検案）した者（死体）の類型", form, FIRST));
    assertEquals(List.of("男"), values("性別", form, FIRST));
    assertEquals(List.of("2020年11月20日"), values("診断（検案）年月日", form, FIRST));
    assertEquals(List.of("011011　札幌市中央区"), values("所在地（市区町村）", form, FIRST));
    assertEquals(List.of("01　北海道"), values("所在地（都道府県）", form, FIRST));
    assertEquals(List.of("中等症Ⅰ"), values("重症度", form, FIRST));
  }

  @Test
  void eachTestHasItsRowsAndNoneHasEmptyOnes() {
    SampleForm form =
        SampleForm.of(DiagnosisCategory.CONFIRMED, DAY)
            .with(f -> f.tests = List.of(f.tests.get(0), f.tests.get(0)));

    assertEquals(List.of("核酸増幅法（PCR、LAMP等）"), values("（2）検査方法", form, FIRST));
    assertEquals(List.of("2件"), values("診断方法", form, FIRST));
    assertEquals(List.of(""), values("（1）接種回数", form, FormVersions.kept("2021-02-10")));
  }

  @Test
  void everyCodeOfEveryItemHasAName() {
    FormVersions.items().stream()
        .flatMap(item -> FormPointer.typeAt(item.pointer()).stream())
        .filter(type -> type instanceof Class<?> simple && simple.isEnum())
        .forEach(
            type -> assertTrue(CodeLists.all().containsKey(((Class<?>) type).getSimpleName())));
  }

  private static List<PrintedRow> rows(SampleForm form, FormVersion version) {
    return WrittenItems.of(form.written(), version);
  }

  private static List<String> values(String label, SampleForm form, FormVersion version) {
    return rows(form, version).stream()
        .filter(row -> row.label().equals(label))
        .map(PrintedRow::value)
        .toList();
  }
}
