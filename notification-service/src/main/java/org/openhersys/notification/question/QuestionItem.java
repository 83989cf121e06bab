package org.openhersys.notification.question;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.FormPointer;

/**
 * A question, as it is asked.
 *
 * @param pointer to an item of the form, or null for the whole
 */
public record QuestionItem(@Nullable String pointer, @Nullable String text) {

  List<Finding> findings(String place) {
    List<Finding> findings = new ArrayList<>();
    if (pointer != null && !FormPointer.exists(pointer)) {
      findings.add(
          Finding.error(
              place + "/pointer",
              "POINTER_UNKNOWN",
              "発生届にこの項目はありません。",
              "The form has no such item."));
    }
    findings.addAll(QuestionText.findings(place + "/text", text));
    return findings;
  }
}
