package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.warning;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.Guardian;

/**
 * What cannot be seen in a name: controls, zero-width and bidirectional characters, fillers. It is
 * told and kept: whoever typed it may have meant it (a joiner in a foreign name), a notification is
 * a legal duty, and names are found without it. Variation selectors (異体字セレクタ) are ordinary.
 */
final class NameChecks {
  private static final String FILLERS = "\u034F\u115F\u1160\u2800\u3164\uFFA0";

  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              0,
              "NAME_INVISIBLE_CHARACTER",
              "氏名に目に見えない文字（制御文字など）が含まれています。入力を確認してください。",
              "The name holds characters that cannot be seen. Check what was typed.",
              form ->
                  Stream.of(
                          at("/patient/name", form.patient().name()),
                          at("/patient/nameKana", form.patient().nameKana()),
                          at("/guardian/name", guardian(form).name()))
                      .flatMap(place -> place)));

  private NameChecks() {}

  private static Guardian guardian(Examination form) {
    Guardian given = form.form().guardian();
    return given == null ? Guardian.UNKNOWN : given;
  }

  private static Stream<Place> at(String pointer, @Nullable String name) {
    return name != null && name.codePoints().anyMatch(NameChecks::isInvisible)
        ? Stream.of(new Place(pointer))
        : Stream.empty();
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> FILLERS.indexOf(character) >= 0;
    };
  }
}
