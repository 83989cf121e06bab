package org.openhersys.notification.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.api.problem.Text;

class CodeListsTest {

  @ParameterizedTest
  @CsvSource({"2022-01-23, false", "2022-01-24, true", "2022-09-25, true", "2022-09-26, false"})
  void aCodeIsValidFromItsFirstToItsLastDay(LocalDate day, boolean valid) {
    CodeLists.Code code =
        new CodeLists.Code(
            "INVENTED",
            new Text("架空", "Invented"),
            LocalDate.of(2022, 1, 24),
            LocalDate.of(2022, 9, 25));

    assertEquals(valid, code.isInForceOn(day));
  }

  @ParameterizedTest
  @CsvSource({"1900-01-01", "2999-12-31"})
  void aCodeWithoutDaysIsAlwaysValid(LocalDate day) {
    CodeLists.Code code = new CodeLists.Code("INVENTED", new Text("架空", "Invented"), null, null);

    assertEquals(true, code.isInForceOn(day));
  }
}
