package org.openhersys.notification.question;

import java.util.List;
import org.openhersys.api.problem.Finding;

/** 回答, as it is given: 1 to 1,000 characters. */
public record Answer(String text) {

  /** What is wrong with it. */
  public List<Finding> findings() {
    return QuestionText.findings("/text", text);
  }
}
