package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;

/** One way to break one check, in a form that is otherwise without fault; named as its code. */
interface Breach {

  /** The code of the check. */
  String name();

  /** Of a form of this category. */
  DiagnosisCategory category();

  /** What breaks the form. */
  List<Change> changes();

  /** First day of diagnosis on which it breaks the check and nothing else. */
  default LocalDate from() {
    return ValidForms.FIRST_DAY;
  }

  /** Last such day. */
  default LocalDate until() {
    return ValidForms.LAST_DAY;
  }

  /** The form, broken. */
  default SampleForm in(SampleForm form) {
    changes().forEach(change -> change.accept(form));
    return form;
  }

  /** Whether the check refuses. */
  default boolean refuses() {
    return LogicChecks.TABLE.stream()
        .anyMatch(check -> check.code().equals(name()) && check.severity() == Severity.ERROR);
  }

  /** Something that is done to a form. */
  interface Change extends Consumer<SampleForm> {}
}
