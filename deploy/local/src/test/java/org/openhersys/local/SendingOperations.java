package org.openhersys.local;

import static org.openhersys.local.Preparations.get;
import static org.openhersys.local.Preparations.keyed;
import static org.openhersys.local.Preparations.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.openhersys.local.journey.Request;

/** What a sender asks before and after it notifies: 事前確認, 受理票, 進捗, 印刷, 追加登録, 取下げ. */
final class SendingOperations {
  private SendingOperations() {}

  static Map<String, Function<Preparations, Request>> ready() {
    Map<String, Function<Preparations, Request>> ready = new LinkedHashMap<>();
    ready.put("readForms", p -> get("forms"));
    ready.put("listChecks", p -> get("checks"));
    ready.put("validateForm", p -> p.asHospital(post("validations", p.form())));
    ready.put("readReceipt", p -> p.asHospital(get(p.notification() + "/receipt")));
    ready.put("readProgress", p -> p.asHospital(get(p.notification() + "/progress")));
    ready.put("printNotification", p -> p.asHospital(get(p.notification() + "/print")));
    ready.put(
        "succeedNotification",
        p -> p.asHospital(keyed(post(p.notification() + "/successor", p.form()))));
    ready.put(
        "withdrawNotification",
        p ->
            p.tagged(
                p::asHospital,
                p.notification(),
                target -> post(target + "/withdrawal", Map.of("reason", "架空の例"))));
    return ready;
  }
}
