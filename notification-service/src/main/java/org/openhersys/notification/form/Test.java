package org.openhersys.notification.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 検査: one test of item 12.
 *
 * @param method 検査方法
 * @param specimen 検体
 * @param specimenText その他の検体の内容
 * @param samplingDate 検体採取年月日
 * @param resultDate 結果判明年月日
 * @param result 結果; null while pending, which is not 不明
 */
public record Test(
    @Nullable TestMethod method,
    @Nullable Specimen specimen,
    @Nullable String specimenText,
    @Nullable LocalDate samplingDate,
    @Nullable LocalDate resultDate,
    @Nullable TestResult result) {

  /** A test of which nothing is known. */
  public static final Test UNKNOWN = new Test(null, null, null, null, null, null);

  /** Whether method, specimen and sampling date are known, as the minimum set asks ([S5]). */
  public boolean saysHowItWasDone() {
    return method != null && specimen != null && samplingDate != null;
  }
}
