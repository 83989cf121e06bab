package org.openhersys.local;

import static org.openhersys.local.Preparations.get;
import static org.openhersys.local.Preparations.keyed;
import static org.openhersys.local.Preparations.location;
import static org.openhersys.local.Preparations.patch;
import static org.openhersys.local.Preparations.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.openhersys.local.journey.Request;

/** 下書き: a clerk types, the physician attests and reports. */
final class DraftOperations {
  private DraftOperations() {}

  static Map<String, Function<Preparations, Request>> ready() {
    Map<String, Function<Preparations, Request>> ready = new LinkedHashMap<>();
    ready.put("createDraft", DraftOperations::newDraft);
    ready.put("listDrafts", p -> byClerk(p, get("notification-drafts?limit=20")));
    ready.put("readDraft", p -> byClerk(p, get(draft(p))));
    ready.put("listDraftRevisions", p -> byClerk(p, get(draft(p) + "/revisions")));
    ready.put(
        "changeDraft",
        p ->
            p.tagged(
                request -> byClerk(p, request),
                draft(p),
                target -> patch(target, Map.of("freeText", "追記（架空の例）"))));
    ready.put(
        "discardDraft",
        p ->
            p.tagged(
                request -> byClerk(p, request),
                draft(p),
                target -> Request.delete("/api/v1/" + target)));
    ready.put(
        "reportDraft",
        p ->
            p.tagged(
                request -> p.as("mihon.ishi", request),
                draft(p),
                target -> keyed(post(target + "/report", Map.of("attestedBy", "見本 医師")))));
    return ready;
  }

  private static Request newDraft(Preparations p) {
    return byClerk(p, keyed(post("notification-drafts", p.form())));
  }

  private static String draft(Preparations p) {
    return location(p.done(newDraft(p)));
  }

  private static Request byClerk(Preparations p, Request request) {
    return p.as("mihon.jimu", request);
  }
}
