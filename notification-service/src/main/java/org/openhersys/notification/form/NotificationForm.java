package org.openhersys.notification.form;

import java.time.LocalDate;
import java.util.List;

/**
 * 発生届（別記様式6-1）, as the notifier writes it; the numbers of its items are those of the form.
 *
 * <p>A member that is not known is null. Nothing is normalised: what was typed is kept, byte for
 * byte. Which items the form has at all follows from its {@link FormVersion}.
 *
 * @param reportDate 報告年月日, the notifier's and correctable ([S3]); not the day of submission
 * @param physicianName 医師の氏名
 * @param inHousePatientId 院内患者ID
 * @param diagnosisCategory 診断分類, item 1
 * @param disease 疾病; {@link Disease#COVID_19} when null
 * @param diagnosisDate 診断年月日, for a body 検案年月日, item 14
 * @param patient 当該者, items 2–5
 * @param registeredAddress 住所, item 7
 * @param currentLocation 所在地（居所の住所）, item 8
 * @param tests 診断方法, item 12: up to four results at once ([S6])
 * @param admission 入院の状況, of item 19
 * @param onsetDate 発病年月日, item 16
 * @param firstVisitDate 初診年月日, item 13
 * @param deathDate 死亡年月日, item 17
 * @param currentStatus 現在のステータス, the first one ([S5-2])
 * @param attestedBy 内容を確認した医師 ([S17])
 * @param freeText 自由記載
 */
public record NotificationForm(
    LocalDate reportDate,
    String physicianName,
    String inHousePatientId,
    DiagnosisCategory diagnosisCategory,
    Disease disease,
    LocalDate diagnosisDate,
    Patient patient,
    Address registeredAddress,
    Address currentLocation,
    List<Test> tests,
    Admission admission,
    LocalDate onsetDate,
    LocalDate firstVisitDate,
    LocalDate deathDate,
    CurrentStatus currentStatus,
    String attestedBy,
    String freeText) {}
