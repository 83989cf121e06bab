package org.openhersys.notification.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 発生届（別記様式6-1）, as the notifier writes it: the items of all versions. Their numbers, and which
 * version has which, stand in the table {@code form/form-6-1.csv}.
 *
 * <p>A member that is not known is null. Nothing is normalised: what was typed is kept, byte for
 * byte.
 *
 * @param reportDate 報告年月日, the notifier's and correctable ([S3]); not the day of submission
 * @param physicianName 医師の氏名
 * @param institution 医療機関, as the notifier writes it
 * @param inHousePatientId 院内患者ID
 * @param diagnosisCategory 診断分類
 * @param disease 疾病; {@link Disease#COVID_19} when null
 * @param diagnosisDate 診断年月日, for a body 検案年月日
 * @param patient 当該者
 * @param registeredAddress 住所
 * @param currentLocation 所在地（居所の住所）
 * @param guardian 保護者
 * @param symptoms 症状
 * @param tests 診断方法: up to four results at once ([S6])
 * @param samplingDate 検体採取年月日, of the versions without {@code tests}
 * @param firstVisitDate 初診年月日
 * @param infection 感染の時期・経路・地域
 * @param onsetDate 発病年月日
 * @param deathDate 死亡年月日
 * @param deathDateEstimated 死亡年月日が推定である
 * @param vaccinations 接種歴
 * @param admission 入院の状況
 * @param risk 重症化のリスク
 * @param assessment 医師の判断
 * @param programmes 事業の別
 * @param currentStatus 現在のステータス, the first one ([S5-2])
 * @param attestedBy 内容を確認した医師 ([S17])
 * @param freeText 自由記載
 */
public record NotificationForm(
    @Nullable LocalDate reportDate,
    @Nullable String physicianName,
    @Nullable Institution institution,
    @Nullable String inHousePatientId,
    @Nullable DiagnosisCategory diagnosisCategory,
    @Nullable Disease disease,
    @Nullable LocalDate diagnosisDate,
    @Nullable Patient patient,
    @Nullable Address registeredAddress,
    @Nullable Address currentLocation,
    @Nullable Guardian guardian,
    @Nullable Symptoms symptoms,
    @Nullable List<@Nullable Test> tests,
    @Nullable LocalDate samplingDate,
    @Nullable LocalDate firstVisitDate,
    @Nullable Infection infection,
    @Nullable LocalDate onsetDate,
    @Nullable LocalDate deathDate,
    @Nullable Boolean deathDateEstimated,
    @Nullable List<@Nullable VaccineDose> vaccinations,
    @Nullable Admission admission,
    @Nullable Risk risk,
    @Nullable Assessment assessment,
    @Nullable List<@Nullable Programme> programmes,
    @Nullable CurrentStatus currentStatus,
    @Nullable String attestedBy,
    @Nullable String freeText) {

  /** What a form that was accepted has, of whatever version. */
  public Judged judged() {
    Patient person = Objects.requireNonNull(patient);
    return new Judged(
        Objects.requireNonNull(diagnosisCategory), person, Objects.requireNonNull(person.sex()));
  }

  /** All of it is there. */
  public record Judged(DiagnosisCategory category, Patient patient, Sex sex) {}
}
