package org.openhersys.notification.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Patient;

/** 追加登録 is for the same patient; another sex or birth date is a slip, or another person. */
public final class SamePatient {
  /** What is told. */
  public static final LogicCheck CHECK =
      LogicCheck.beyond(
          0,
          "OTHER_PATIENT_THAN_BEFORE",
          Severity.WARNING,
          "追加登録前の発生届と異なります。同じ患者であることを確認してください。",
          "The notification before says otherwise: is it the same patient?");

  private SamePatient() {}

  /** What is to be said where the two forms seem to be about two people. */
  public static List<Finding> findings(NotificationForm former, NotificationForm later) {
    Patient before = Objects.requireNonNullElse(former.patient(), Patient.UNKNOWN);
    Patient after = Objects.requireNonNullElse(later.patient(), Patient.UNKNOWN);
    return Stream.of(
            differs("/patient/sex", before.sex(), after.sex()),
            differs("/patient/birthDate", before.birthDate(), after.birthDate()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> differs(
      String pointer, @Nullable Object before, @Nullable Object after) {
    return before == null || after == null || before.equals(after)
        ? Optional.empty()
        : Optional.of(CHECK.at(pointer));
  }
}
