package org.openhersys.notification.print;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.submission.KeptNotification;

/** What stands on the printed page of a notification. */
@Singleton
class SettingSheet {
  private static final String TITLE = "新型コロナウイルス感染症　発生届（別記様式6-1）　【写し】";
  private static final String NOTE = "これは、電子的に提出され受理された発生届の写しです。届出は提出の時に済んでおり、この紙を保健所に送る必要はありません。";

  /**
   * @param printedOn today in Japan
   */
  PrintedSheet sheet(KeptNotification kept, LocalDate printedOn) {
    List<PrintedRow> head = new ArrayList<>();
    head.add(new PrintedRow("", "受付番号", kept.id().toString()));
    head.add(new PrintedRow("", "スマホ入力ID", kept.smartphoneEntryId()));
    head.add(
        new PrintedRow(
            "",
            "提出日（受理日）",
            kept.submittedOn().stream()
                .map(
                    on ->
                        WrittenItems.day(on.date()) + "（" + WrittenItems.code(on.category()) + "）")
                .collect(Collectors.joining("、"))));
    head.add(new PrintedRow("", "届出先保健所", kept.receivingHealthCentre().name()));
    head.add(new PrintedRow("", "届出元", kept.sender().name()));
    head.add(
        new PrintedRow("", "様式の版・改訂番号", "%s　第%d改訂".formatted(kept.formVersion(), kept.revision())));
    head.add(new PrintedRow("", "印刷日", WrittenItems.day(printedOn)));
    return new PrintedSheet(
        TITLE,
        NOTE,
        head,
        WrittenItems.of(kept.document(), FormVersions.kept(kept.formVersion())),
        "発生届（写し）　受付番号 %s　第%d改訂".formatted(kept.id(), kept.revision()));
  }
}
