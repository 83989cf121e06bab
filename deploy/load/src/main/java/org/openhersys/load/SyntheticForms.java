package org.openhersys.load;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Whole notifications (form 6-1, every item that a confirmed patient's doctor would fill in) of
 * people who do not exist, no two alike: each submission is checked for the same person. About 2.5
 * kB.
 */
final class SyntheticForms {
  private static final String LETTERS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ";
  private static final int KANA_LENGTH = 6;
  private static final String TEMPLATE =
      """
      {"reportDate":"%1$s","physicianName":"見本 医師","attestedBy":"見本 医師","institution":{"name":"架空第一病院","address":"東京都架空区見本1-1","phone":"03-0000-0000"},\
      "inHousePatientId":"K-%2$08d","diagnosisCategory":"CONFIRMED","diagnosisDate":"%1$s",\
      "patient":{"name":"架空 %3$s","nameKana":"カクウ %3$s","sex":"%4$s","birthDate":"%5$s","occupation":"会社員（架空）"},\
      "registeredAddress":{"abode":"FIXED","prefecture":"13","municipalityCode":"131041","text":"東京都新宿区架空町1-2-%2$d","phone":"090-%6$04d-%7$04d"},\
      "currentLocation":{"abode":"FIXED","prefecture":"13","municipalityCode":"131041","text":"東京都新宿区架空町1-2-%2$d","phone":"090-%6$04d-%7$04d"},\
      "symptoms":{"present":["FEVER","COUGH","FATIGUE"],"spo2":97},\
      "tests":[{"method":"NUCLEIC_ACID_AMPLIFICATION","specimen":"SALIVA","samplingDate":"%8$s","resultDate":"%1$s","result":"POSITIVE"},\
      {"method":"ANTIGEN_QUALITATIVE","specimen":"NASOPHARYNGEAL_SWAB","samplingDate":"%8$s","resultDate":"%8$s","result":"POSITIVE"}],\
      "firstVisitDate":"%8$s","onsetDate":"%9$s","infection":{"date":"%10$s","route":{"kind":"DROPLET","certainty":"ESTIMATED","text":"架空の会食"},\
      "place":{"kind":"IN_JAPAN","certainty":"ESTIMATED","prefecture":"13","municipalityCode":"131041"}},\
      "vaccinations":[{"dose":1,"given":"GIVEN","kind":"架空のワクチン","maker":"架空製薬","date":"2021-07-01"},\
      {"dose":2,"given":"GIVEN","kind":"架空のワクチン","maker":"架空製薬","date":"2021-07-29"}],\
      "admission":{"hospitalised":false,"admissionNeeded":false},"risk":{"factors":["HYPERTENSION","DIABETES"],"immunosuppressed":false,"pregnant":false},\
      "assessment":{"severity":"MILD","drugOrOxygenNeeded":false,"remoteConsultation":false},"freeText":"架空の記載。同居者あり、経過観察中。",\
      "currentStatus":"HOME_CARE"}""";

  private final LocalDate today;

  /**
   * @param today the date in Japan
   */
  SyntheticForms(LocalDate today) {
    this.today = today;
  }

  /** The form of that person; the same number is the same person. */
  String of(long number) {
    SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
    StringBuilder kana = new StringBuilder(KANA_LENGTH);
    for (int i = 0; i < KANA_LENGTH; i++) {
      kana.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return TEMPLATE.formatted(
        today,
        random.nextInt(100_000_000),
        kana,
        random.nextBoolean() ? "MALE" : "FEMALE",
        LocalDate.of(1935, 1, 1).plusDays(random.nextInt(26_000)),
        random.nextInt(10_000),
        random.nextInt(10_000),
        today.minusDays(1),
        today.minusDays(3),
        today.minusDays(6));
  }
}
