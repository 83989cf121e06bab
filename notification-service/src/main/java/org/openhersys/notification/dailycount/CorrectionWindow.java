package org.openhersys.notification.dailycount;

import java.time.LocalDate;
import org.openhersys.api.problem.ProblemException;

/** 修正できる者: who may correct a count, which is a matter of days since it was first reported. */
public enum CorrectionWindow {
  /** 報告者: on the same day in Japan. */
  REPORTER,
  /** 本庁: afterwards, with a reason. */
  LOCAL_GOVERNMENT,
  /** 期限後: nobody any more. */
  NOBODY;

  /**
   * @param reportedOn day of the first report in Japan
   * @param days how many days after that the local government may
   */
  static CorrectionWindow on(LocalDate today, LocalDate reportedOn, int days) {
    if (!today.isAfter(reportedOn)) {
      return REPORTER;
    }
    return today.isAfter(reportedOn.plusDays(days)) ? NOBODY : LOCAL_GOVERNMENT;
  }

  /**
   * @throws ProblemException 409 when it is not, or no longer, for the reporter to correct
   */
  void requireReporter() {
    if (this != REPORTER) {
      throw ProblemException.conflict(
          "CORRECTION_DAY_OVER",
          "報告者が修正できるのは報告した日のうちだけです。以後の修正は都道府県等に連絡してください。",
          "Its reporter corrects a count on the day of the report only; ask the local government.");
    }
  }

  /**
   * @throws ProblemException 409 when it is not yet, or no longer, for the local government to
   *     correct
   */
  void requireLocalGovernment() {
    switch (this) {
      case REPORTER ->
          throw ProblemException.conflict(
              "CORRECTION_NOT_YET",
              "報告された日のうちは、報告者が修正します。",
              "On the day of the report its reporter corrects it.");
      case NOBODY ->
          throw ProblemException.conflict(
              "CORRECTION_WINDOW_OVER", "修正できる期間が過ぎています。", "The time for corrections is over.");
      case LOCAL_GOVERNMENT -> {}
    }
  }
}
