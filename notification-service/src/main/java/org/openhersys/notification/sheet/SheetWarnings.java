package org.openhersys.notification.sheet;

import java.util.ArrayList;
import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.question.QuestionState;

/** What a centre should look after when it confirms; none of it keeps it from confirming. */
final class SheetWarnings {
  private SheetWarnings() {}

  static List<Finding> of(KeptSheet sheet) {
    List<Finding> warnings = new ArrayList<>();
    if (sheet.courseCase() != null && sheet.courseCase().currentStatus() == null) {
      warnings.add(
          Finding.warning(
              "",
              "STATUS_MISSING",
              "現在のステータスが未入力です。保健所で入力してください。",
              "The current status is not known yet; the health centre enters it."));
    }
    if (sheet.questions().stream().anyMatch(question -> question.state() == QuestionState.OPEN)) {
      warnings.add(
          Finding.warning(
              "", "QUESTIONS_OPEN", "未回答の質問があります。", "There are questions without an answer."));
    }
    return warnings;
  }
}
