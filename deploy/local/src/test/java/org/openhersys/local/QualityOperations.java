package org.openhersys.local;

import static org.openhersys.local.Preparations.get;
import static org.openhersys.local.Preparations.keyed;
import static org.openhersys.local.Preparations.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openhersys.local.journey.Request;

/** 精度管理: the local institute of the receiving centre's area, and NIID behind it. */
final class QualityOperations {
  private static final String NIID = "mihon.kansenken";

  private QualityOperations() {}

  static Map<String, Function<Preparations, Request>> ready() {
    Map<String, Function<Preparations, Request>> ready = new LinkedHashMap<>();
    ready.put("listQualityChecks", p -> byInstitute(p, get("quality-checks?limit=20")));
    ready.put("readQualityCheck", p -> byInstitute(p, get(toCheck(p))));
    ready.put("checkQuality", p -> check(p, toCheck(p)));
    ready.put(
        "listInstitutionQuality", p -> p.as(NIID, get("quality-checks/institutions?limit=20")));
    ready.put("listQualityQueries", p -> p.asGiver(get("quality-checks/queries?limit=20")));
    ready.put("askQualityQueries", p -> p.as(NIID, query(passedOn(p))));
    ready.put(
        "replyToQualityQuery",
        p -> p.asGiver(post(askedQuery(p) + "/reply", Map.of("text", "架空の例"))));
    ready.put(
        "closeQualityQuery",
        p -> byInstitute(p, Request.post("/api/v1/" + askedQuery(p) + "/closure")));
    return ready;
  }

  /** Confirmed, and therefore with the institute. */
  private static String toCheck(Preparations p) {
    String notification = p.notification();
    p.done(p.confirmation(notification));
    return notification.replace("notifications/", "quality-checks/");
  }

  private static Request check(Preparations p, String toCheck) {
    return p.tagged(
        request -> byInstitute(p, request),
        toCheck,
        target -> Request.post("/api/v1/" + target + "/checks"));
  }

  /** Checked by the institute, and therefore with NIID. */
  private static String passedOn(Preparations p) {
    String toCheck = toCheck(p);
    p.done(check(p, toCheck));
    return toCheck;
  }

  private static Request query(String check) {
    return keyed(
        post(
            check + "/queries",
            Map.of("items", List.of(Map.of("pointer", "/onsetDate", "text", "架空の照会")))));
  }

  private static String askedQuery(Preparations p) {
    String check = toCheck(p);
    String id = p.done(byInstitute(p, query(check))).text("/items/0/id");
    return check + "/queries/" + id;
  }

  private static Request byInstitute(Preparations p, Request request) {
    return p.as("mihon.eiken", request);
  }
}
