package org.openhersys.local.journey;

/** How a health centre's own system keeps a copy of the centre's cases, with cursors. */
final class PullBySystem {
  private static final int LARGEST_PAGE = 500;

  private final Transcript transcript;
  private final MachineClient system;

  PullBySystem(Transcript transcript, MachineClient system) {
    this.transcript = transcript;
    this.system = system;
  }

  /**
   * Shows it.
   *
   * @param caseId a case that must be among what the system reads
   */
  void show(String caseId) {
    transcript.chapter("The receiving centre's own system pulls 保健所システムへの取り込み");
    transcript.step("It gets a token");
    transcript.exchange(system.requestToken());
    listCases();
    Exchange last = readChanges(caseId);
    transcript.step("And later, from its last cursor: nothing new, until something happens");
    Exchange nothing = transcript.exchange(system.get(changesSince(last, 2)), 200);
    transcript.step("Asked again with the ETag of that answer: 304, nothing is sent");
    transcript.line(
        system.send(
            Request.get(nothing.request().target()).with("If-None-Match", nothing.header("ETag"))),
        304);
    transcript.step("The same feed as NDJSON, a change a line");
    transcript.exchange(
        system.send(
            Request.get("/api/v1/cases/changes?limit=2").with("Accept", "application/x-ndjson")),
        200);
  }

  private void listCases() {
    transcript.step("It lists the cases page by page, oldest first; `next` is the cursor");
    String oldest = "/api/v1/cases?sort=oldest&limit=1";
    Exchange page = transcript.exchange(system.get(oldest), 200);
    if (page.json().has("next")) {
      transcript.exchange(system.get(oldest + "&cursor=" + page.text("/next")), 200);
    }
  }

  private Exchange readChanges(String caseId) {
    transcript.step("It reads what changed, from the beginning to now");
    Exchange changes = transcript.exchange(system.get("/api/v1/cases/changes?limit=2"), 200);
    boolean found = changes.item("caseId", caseId).isPresent();
    int further = 0;
    while (changes.json().path("more").asBoolean()) {
      changes = system.get(changesSince(changes, LARGEST_PAGE)).expecting(200);
      found |= changes.item("caseId", caseId).isPresent();
      further++;
    }
    transcript.remark("further pages, read and not shown: " + further);
    UnexpectedAnswer.unless(found, "the feed does not have the case");
    return changes;
  }

  private static String changesSince(Exchange changes, int limit) {
    return "/api/v1/cases/changes?limit=" + limit + "&cursor=" + changes.text("/next");
  }
}
