package org.openhersys.notification.check;

import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;

/**
 * 同一人物の可能性: somebody who is likely the same person was notified elsewhere. It tells nothing of the
 * other notification, which the notifier may have no right to know of.
 */
public final class LikelySamePerson {
  static final LogicCheck CHECK =
      LogicCheck.beyond(
          32,
          "LIKELY_SAME_PERSON",
          Severity.WARNING,
          "同一人物と思われる方の届出が既にあります（氏名フリガナ・生年月日・性別、又は電話番号・生年月日が一致し、診断年月日が90日以内）。重複した届出でないか確認してください。",
          "Somebody who is likely the same person was notified already (same kana, birth date and sex, or same phone and birth date; diagnosed within 90 days). Please check that this is no second notification.");

  private LikelySamePerson() {}

  /** What the notifier is told where there is such a notification. */
  public static Finding finding() {
    return CHECK.at("/patient");
  }
}
