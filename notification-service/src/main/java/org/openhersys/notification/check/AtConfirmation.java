package org.openhersys.notification.check;

import org.openhersys.api.problem.Severity;

/** 確認にあたっての注意: what a centre is told when it confirms; none of it keeps it from confirming. */
public final class AtConfirmation {

  /** 現在のステータスが未入力 ([S14-3]). */
  public static final LogicCheck STATUS_MISSING =
      LogicCheck.beyond(
          0,
          "STATUS_MISSING",
          Severity.WARNING,
          "現在のステータスが未入力です。保健所で入力してください。",
          "The current status is not known yet; the health centre enters it.");

  /** 未回答の質問あり. */
  public static final LogicCheck QUESTIONS_OPEN =
      LogicCheck.beyond(
          0,
          "QUESTIONS_OPEN",
          Severity.WARNING,
          "未回答の質問があります。",
          "There are questions without an answer.");

  private AtConfirmation() {}
}
