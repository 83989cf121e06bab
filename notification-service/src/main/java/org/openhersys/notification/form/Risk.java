package org.openhersys.notification.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 重症化のリスク, of item 19.
 *
 * @param factors リスク因子
 * @param otherText その他の内容
 * @param immunosuppressed 臓器移植、免疫抑制剤、抗がん剤等の使用その他の事由による免疫機能の低下
 * @param pregnant 妊娠の有無
 */
public record Risk(
    @Nullable List<@Nullable RiskFactor> factors,
    @Nullable String otherText,
    @Nullable Boolean immunosuppressed,
    @Nullable Boolean pregnant) {

  /** Nothing known of a risk. */
  public static final Risk UNKNOWN = new Risk(null, null, null, null);

  /** Whether this one is named. */
  public boolean includes(RiskFactor factor) {
    return factors != null && factors.contains(factor);
  }
}
