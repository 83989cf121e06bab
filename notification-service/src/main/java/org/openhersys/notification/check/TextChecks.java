package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.Test;

/**
 * How long the texts of the form may be, as the contract has it. Length is counted in code points.
 */
final class TextChecks {
  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              0,
              "TEXT_TOO_LONG",
              "文字数が上限（{}）を超えています。",
              "The text is longer than {} characters.",
              form -> texts(form).filter(Line::isTooLong).map(Line::place)),
          error(
              0,
              "TEXT_EMPTY",
              "空の文字列です。分からない項目は省略してください。",
              "The text is empty. Leave out what is not known.",
              form -> texts(form).filter(Line::isEmpty).map(Line::place)));

  private TextChecks() {}

  private record Line(String pointer, String text, int max, boolean mayBeEmpty) {
    Line(String pointer, String text, int max) {
      this(pointer, text, max, false);
    }

    boolean isTooLong() {
      return text != null && text.codePointCount(0, text.length()) > max;
    }

    boolean isEmpty() {
      return text != null && text.isEmpty() && !mayBeEmpty;
    }

    Place place() {
      return new Place(pointer, Integer.toString(max));
    }
  }

  private static Stream<Line> texts(Examination form) {
    return Stream.of(
            head(form),
            address("/registeredAddress", form.registeredAddress()),
            address("/currentLocation", form.currentLocation()),
            specimens(form.tests()))
        .flatMap(lines -> lines);
  }

  private static Stream<Line> head(Examination form) {
    Patient patient = form.patient();
    return Stream.of(
        new Line("/physicianName", form.form().physicianName(), 100),
        new Line("/inHousePatientId", form.form().inHousePatientId(), 100),
        new Line("/attestedBy", form.form().attestedBy(), 100),
        new Line("/freeText", form.form().freeText(), 4000, true),
        new Line("/patient/name", patient.name(), 100),
        new Line("/patient/nameKana", patient.nameKana(), 100));
  }

  private static Stream<Line> address(String pointer, Address address) {
    return Stream.of(
        new Line(pointer + "/text", address.text(), 500),
        new Line(pointer + "/phone", address.phone(), 40));
  }

  private static Stream<Line> specimens(List<Test> tests) {
    return IntStream.range(0, tests.size())
        .mapToObj(i -> new Line("/tests/" + i + "/specimenText", tests.get(i).specimenText(), 200));
  }
}
