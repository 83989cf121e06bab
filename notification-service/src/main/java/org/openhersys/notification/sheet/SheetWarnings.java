package org.openhersys.notification.sheet;

import java.util.ArrayList;
import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.check.AtConfirmation;
import org.openhersys.notification.question.QuestionState;

/** What a centre should look after when it confirms; none of it keeps it from confirming. */
final class SheetWarnings {
  private SheetWarnings() {}

  static List<Finding> of(KeptSheet sheet) {
    List<Finding> warnings = new ArrayList<>();
    if (sheet.courseCase() != null && sheet.courseCase().currentStatus() == null) {
      warnings.add(AtConfirmation.STATUS_MISSING.at(""));
    }
    if (sheet.questions().stream().anyMatch(question -> question.state() == QuestionState.OPEN)) {
      warnings.add(AtConfirmation.QUESTIONS_OPEN.at(""));
    }
    return warnings;
  }
}
