package org.openhersys.local;

import static org.openhersys.local.Preparations.get;
import static org.openhersys.local.Preparations.keyed;
import static org.openhersys.local.Preparations.location;
import static org.openhersys.local.Preparations.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.openhersys.local.journey.Request;
import org.openhersys.local.sample.SampleDirectory;

/** Faxes of the receiving centre, all of which the same person claims. */
final class FaxOperations {
  private FaxOperations() {}

  static Map<String, Function<Preparations, Request>> ready() {
    Map<String, Function<Preparations, Request>> ready = new LinkedHashMap<>();
    ready.put("registerFax", FaxOperations::newFax);
    ready.put("listFaxes", p -> p.asGiver(get("faxes?limit=20")));
    ready.put("readFax", p -> p.asGiver(get(fax(p))));
    ready.put("readFaxOriginal", p -> p.asGiver(get(fax(p) + "/original")));
    ready.put("claimFax", FaxOperations::claimOfTheOldest);
    ready.put("claimThisFax", p -> claim(p, fax(p)));
    ready.put("releaseFax", p -> p.asGiver(Request.delete("/api/v1/" + claimedFax(p) + "/claim")));
    ready.put("enterFax", p -> p.asGiver(keyed(post(claimedFax(p) + "/notification", p.form()))));
    ready.put("closeFax", p -> closing(p, claimedFax(p)));
    ready.put(
        "reopenFax",
        p -> {
          String fax = claimedFax(p);
          p.done(closing(p, fax));
          return p.asGiver(post(fax + "/reopening", Map.of("reason", "架空の例")));
        });
    return ready;
  }

  private static Request newFax(Preparations p) {
    String hospital = p.organisation(SampleDirectory.HOSPITAL);
    return p.asGiver(
        keyed(
            Request.postText(
                "/api/v1/faxes?institutionId=" + hospital,
                "application/pdf",
                "%PDF-1.4\n架空のFAX " + UUID.randomUUID())));
  }

  private static String fax(Preparations p) {
    return location(p.done(newFax(p)));
  }

  private static Request claimOfTheOldest(Preparations p) {
    fax(p);
    return p.asGiver(Request.post("/api/v1/faxes/claim"));
  }

  private static Request claim(Preparations p, String fax) {
    return p.asGiver(Request.post("/api/v1/" + fax + "/claim"));
  }

  private static Request closing(Preparations p, String fax) {
    return p.asGiver(post(fax + "/closing", Map.of("reason", "DUPLICATE", "note", "架空の例")));
  }

  private static String claimedFax(Preparations p) {
    String fax = fax(p);
    p.done(claim(p, fax));
    return fax;
  }
}
