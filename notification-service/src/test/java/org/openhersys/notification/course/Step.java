package org.openhersys.notification.course;

import java.util.List;
import org.openhersys.notification.form.DiagnosisCategory;

/**
 * One thing that somebody does about a course of care, or that time does.
 *
 * @param back which notification, counted back from the newest; one that is not there is the first
 * @param category of a 追加登録, or to change to
 * @param results of the tests of a 追加登録, or to correct them to; {@code -} stands for a pending one
 * @param byCentre by the health centre, else by the institution
 */
record Step(
    Kind kind, int back, DiagnosisCategory category, List<String> results, boolean byCentre) {

  enum Kind {
    /** 追加・修正, of something that no rule looks at. */
    SUPPLEMENT,
    /** 検査結果の修正. */
    CORRECT_RESULTS,
    /** 診断分類の変更. */
    CHANGE_CATEGORY,
    /** 追加登録. */
    SUCCEED,
    /** 取下げ. */
    WITHDRAW,
    /** 保健所確認. */
    CONFIRM,
    /** A day goes by. */
    DAY
  }

  int index(int size) {
    return Math.max(0, size - 1 - back);
  }
}
