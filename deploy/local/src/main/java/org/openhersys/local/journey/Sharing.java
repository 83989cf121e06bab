package org.openhersys.local.journey;

import java.util.Map;

/** 関係保健所: the responsible centre shares the case with a third one, and ends it. */
final class Sharing {
  private final Transcript transcript;
  private final Cast cast;

  Sharing(Transcript transcript, Cast cast) {
    this.transcript = transcript;
    this.cast = cast;
  }

  void show(String caseId) {
    transcript.chapter("A third centre is involved 関係保健所");
    Person other = cast.other();
    other.arrive(transcript, "The third centre's staff");
    String otherId = other.get("/api/v1/sessions/current").expecting(200).text("/organisation/id");
    String theCase = "/api/v1/cases/" + caseId;
    transcript.step("For them the case does not exist");
    transcript.line(other.get(theCase), 404);

    Exchange before = newestChange(other);

    transcript.step("The responsible centre lets them read it");
    String list = theCase + "/related-centres";
    String tag = cast.requested().get(list).expecting(200).header("ETag");
    Exchange shared =
        transcript.exchange(
            cast.requested()
                .send(
                    Request.putJson(list + "/" + otherId, Map.of("right", "READ"))
                        .with("If-Match", tag)),
            200);
    transcript.step("They read it; changing it is refused");
    transcript.line(other.get(theCase), 200);
    Exchange status = other.get(theCase + "/status").expecting(200);
    transcript.line(
        other.send(
            Request.putJson(theCase + "/status", Map.of("status", "HOSPITALISED"))
                .with("If-Match", status.header("ETag"))),
        403);

    transcript.step("It ends: the case is out of their sight at once");
    transcript.line(
        cast.requested()
            .send(Request.delete(list + "/" + otherId).with("If-Match", shared.header("ETag"))),
        200);
    transcript.line(other.get(theCase), 404);
    transcript.step("And their own system is told by the feed that the case left");
    Exchange left =
        transcript.exchange(other.get("/api/v1/cases/changes?cursor=" + before.text("/next")), 200);
    UnexpectedAnswer.unless(
        left.item("caseId", caseId)
            .filter(change -> change.path("kind").asText().equals("LEFT"))
            .isPresent(),
        "the feed does not tell that the case left");
  }

  /** The feed at its end, from where one can go on. */
  private static Exchange newestChange(Person person) {
    Exchange changes = person.get("/api/v1/cases/changes?limit=500").expecting(200);
    while (changes.json().path("more").asBoolean()) {
      changes =
          person
              .get("/api/v1/cases/changes?limit=500&cursor=" + changes.text("/next"))
              .expecting(200);
    }
    return changes;
  }
}
