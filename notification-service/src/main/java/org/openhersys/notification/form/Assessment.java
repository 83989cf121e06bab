package org.openhersys.notification.form;

import org.jspecify.annotations.Nullable;

/**
 * 医師の判断, of item 19.
 *
 * @param severity 重症度
 * @param drugOrOxygenNeeded 新型コロナ治療薬の投与又は新たな酸素投与の必要性 (from 2022-09-26)
 * @param remoteConsultation 電話・オンライン診療
 * @param diagnosedAsContact みなし陽性: diagnosed clinically, without a test, as a contact with symptoms
 *     (from 2022-01-24)
 * @param underFollowUpCentre 健康フォローアップセンター looks after a patient of low risk (2022-08-04)
 */
public record Assessment(
    @Nullable IllnessSeverity severity,
    @Nullable Boolean drugOrOxygenNeeded,
    @Nullable Boolean remoteConsultation,
    @Nullable Boolean diagnosedAsContact,
    @Nullable Boolean underFollowUpCentre) {

  /** Nothing said. */
  public static final Assessment UNKNOWN = new Assessment(null, null, null, null, null);
}
