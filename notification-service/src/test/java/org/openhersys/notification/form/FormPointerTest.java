package org.openhersys.notification.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormPointerTest {

  @ParameterizedTest
  @CsvSource({
    "'',                            true",
    "/onsetDate,                    true",
    "/patient,                      true",
    "/patient/ageAtDiagnosis/years, true",
    "/tests,                        true",
    "/tests/3/result,               true",
    "/tests/12/result,              true",
    "/tests/100,                    false",
    "/tests/*,                      false",
    "/tests/-,                      false",
    "/tests/00,                     false",
    "/patient/,                     false",
    "/,                             false",
    "/patient/nickname,             false",
    "/onsetDate/year,               false",
    "/diagnosisCategory/name,       false",
    "onsetDate,                     false"
  })
  void onlyItemsOfTheFormArePointedAt(String pointer, boolean exists) {
    assertEquals(exists, FormPointer.exists(pointer));
  }
}
