package org.openhersys.local.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does not exist, as anybody can see by the name (架空 fictitious, 見本 sample, 例示
 * example).
 *
 * @param municipalityCode where the person stays
 */
public record SyntheticPatient(
    String name, String kana, String sex, LocalDate birthDate, String municipalityCode) {

  private static final List<Name> FAMILY =
      List.of(new Name("架空", "カクウ"), new Name("見本", "ミホン"), new Name("例示", "レイジ"));
  private static final List<Name> MALE =
      List.of(new Name("太郎", "タロウ"), new Name("次郎", "ジロウ"), new Name("三郎", "サブロウ"));
  private static final List<Name> FEMALE =
      List.of(new Name("花子", "ハナコ"), new Name("桜子", "サクラコ"), new Name("梅子", "ウメコ"));
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1930, 1, 1);
  private static final int BIRTH_DAYS = 65 * 365;

  private record Name(String kanji, String kana) {}

  /** An adult drawn at random. */
  public static SyntheticPatient in(String municipalityCode, RandomGenerator random) {
    boolean male = random.nextBoolean();
    Name family = FAMILY.get(random.nextInt(FAMILY.size()));
    List<Name> givenNames = male ? MALE : FEMALE;
    Name given = givenNames.get(random.nextInt(givenNames.size()));
    return new SyntheticPatient(
        family.kanji() + " " + given.kanji(),
        family.kana() + " " + given.kana(),
        male ? "MALE" : "FEMALE",
        EARLIEST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS)),
        municipalityCode);
  }

  /**
   * The notification of a confirmed case: the minimum set and the dates that go with it.
   *
   * @param today the date in Japan
   */
  public Map<String, Object> confirmedOn(LocalDate today) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("reportDate", today.toString());
    form.put("physicianName", "見本 医師");
    form.put("diagnosisCategory", "CONFIRMED");
    form.put("diagnosisDate", today.toString());
    form.put("patient", person());
    form.put("currentLocation", address());
    form.put("tests", List.of(test(today, "POSITIVE")));
    form.put("onsetDate", onsetBefore(today).toString());
    form.put("attestedBy", "見本 医師");
    return form;
  }

  /** When it began, as {@link #confirmedOn} says. */
  LocalDate onsetBefore(LocalDate today) {
    return today.minusDays(2);
  }

  /**
   * A notification that must be refused: a suspected out-patient, born after the diagnosis, with a
   * test of tomorrow.
   *
   * @param today the date in Japan
   */
  public Map<String, Object> impossibleOn(LocalDate today) {
    Map<String, Object> form = confirmedOn(today);
    Map<String, Object> unborn = person();
    unborn.put("birthDate", today.plusDays(1).toString());
    form.put("patient", unborn);
    form.put("diagnosisCategory", "SUSPECTED");
    form.put("admission", Map.of("hospitalised", false, "admissionNeeded", false));
    form.put("tests", List.of(test(today.plusDays(2), null)));
    return form;
  }

  private Map<String, Object> address() {
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("municipalityCode", municipalityCode);
    address.put("text", "見本町架空1-2-3");
    return address;
  }

  private Map<String, Object> person() {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("name", name);
    person.put("nameKana", kana);
    person.put("sex", sex);
    person.put("birthDate", birthDate.toString());
    return person;
  }

  private static Map<String, Object> test(LocalDate today, @Nullable String result) {
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("method", "NUCLEIC_ACID_AMPLIFICATION");
    test.put("specimen", "SALIVA");
    test.put("samplingDate", today.minusDays(1).toString());
    if (result != null) {
      test.put("resultDate", today.toString());
      test.put("result", result);
    }
    return test;
  }
}
