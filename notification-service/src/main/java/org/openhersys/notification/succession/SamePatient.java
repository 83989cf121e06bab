package org.openhersys.notification.succession;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Patient;

/** 追加登録 is for the same patient; another sex or birth date is a slip, or another person. */
final class SamePatient {
  private SamePatient() {}

  /** What is to be said where the two forms seem to be about two people. */
  static List<Finding> findings(NotificationForm former, NotificationForm later) {
    Patient before = former.patient();
    Patient after = later.patient();
    return Stream.of(
            differs("/patient/sex", before.sex(), after.sex()),
            differs("/patient/birthDate", before.birthDate(), after.birthDate()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> differs(String pointer, Object before, Object after) {
    return before == null || after == null || before.equals(after)
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                pointer,
                "OTHER_PATIENT_THAN_BEFORE",
                "追加登録前の発生届と異なります。同じ患者であることを確認してください。",
                "The notification before says otherwise: is it the same patient?"));
  }
}
