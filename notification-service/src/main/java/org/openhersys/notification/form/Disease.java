package org.openhersys.notification.form;

import java.time.LocalDate;

/** 疾病. */
public enum Disease {
  /** 新型コロナウイルス感染症: notified at once, unknown before 2020. */
  COVID_19(LocalDate.of(2020, 1, 1), 1);

  private final LocalDate firstDay;
  private final int daysToReport;

  Disease(LocalDate firstDay, int daysToReport) {
    this.firstDay = firstDay;
    this.daysToReport = daysToReport;
  }

  /** No case of it is older than this day. */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** Days from diagnosis to report after which the report is late (感染症法第12条第1項: 直ちに or 七日以内). */
  public int daysToReport() {
    return daysToReport;
  }
}
