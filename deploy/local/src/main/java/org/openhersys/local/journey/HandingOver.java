package org.openhersys.local.journey;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 引継ぎ in its turns: asked and cancelled, asked and accepted, given back, asked and declined, and
 * assigned by the local government because nobody took it.
 */
final class HandingOver {
  private final Transcript transcript;
  private final Cast cast;
  private final String caseId;
  private final String takerId;

  /**
   * @param municipalityCode the patient's place, whose centre is asked
   */
  HandingOver(Transcript transcript, Cast cast, String caseId, String municipalityCode) {
    this.transcript = transcript;
    this.cast = cast;
    this.caseId = caseId;
    transcript.chapter("Handover to the centre of the patient's place 引継ぎ");
    transcript.step("Which health centre serves the place where the patient stays?");
    this.takerId =
        transcript
            .exchange(
                cast.receiving().get("/api/v1/organisations?municipality=" + municipalityCode), 200)
            .text("/items/0/id");
  }

  void show(SyntheticPatient patient) {
    cancelled();
    String accepted = requested("居所が貴管内のため（架空の例）");
    seenBeforeAcceptance(accepted, patient);
    accepted(accepted);
    returned(accepted);
    String declined = requested("再度の依頼（架空の例）");
    declined(declined);
    assigned(declined);
    custody();
  }

  private void cancelled() {
    transcript.step("The receiving centre asks, and takes it back");
    String handover = requested("誤って依頼（架空の例）");
    transcript.line(decide(cast.receiving(), handover, "cancellation", Map.of()), 200);
  }

  private String requested(String reason) {
    transcript.step("The receiving centre asks it to take the case over");
    return transcript
        .exchange(
            cast.receiving()
                .send(
                    Request.postJson(
                            "/api/v1/handovers",
                            Map.of("caseId", caseId, "toOrganisationId", takerId, "reason", reason))
                        .with("Idempotency-Key", UUID.randomUUID().toString())),
            201)
        .text("/id");
  }

  private void seenBeforeAcceptance(String handover, SyntheticPatient patient) {
    cast.requested().arrive(transcript, "The requested centre's staff");
    transcript.step("They see the request with a summary: no name, no birth date, no address");
    Exchange asked = transcript.exchange(cast.requested().get(theHandover(handover)), 200);
    UnexpectedAnswer.unless(!asked.body().contains(patient.name()), "the summary tells the name");
    transcript.step("The case itself does not exist for them yet");
    transcript.exchange(cast.requested().get(theCase()), 404);
  }

  private void accepted(String handover) {
    transcript.step("They accept: from now on it is theirs");
    transcript.exchange(decide(cast.requested(), handover, "acceptance", null), 200);
    Exchange theirs = transcript.exchange(cast.requested().get(theCase()), 200);
    UnexpectedAnswer.unless("WRITE".equals(theirs.text("/right")), "they may not write");
    transcript.step("The receiving centre goes on reading, and no longer writes");
    Exchange still = cast.receiving().get(theCase() + "/status").expecting(200);
    transcript.exchange(
        cast.receiving()
            .send(
                Request.putJson(theCase() + "/status", Map.of("status", "HOSPITALISED"))
                    .with("If-Match", still.header("ETag"))),
        403);
  }

  private void returned(String handover) {
    transcript.step("It was the wrong centre after all: they give it back");
    transcript.exchange(
        decide(cast.requested(), handover, "return", Map.of("reason", "管外と判明（架空の例）")), 200);
  }

  private void declined(String handover) {
    transcript.step("They decline, with a reason");
    transcript.exchange(
        decide(cast.requested(), handover, "declination", Map.of("reason", "対応困難（架空の例）")), 200);
  }

  private void assigned(String handover) {
    cast.localGovernment().arrive(transcript, "The local government's staff");
    transcript.step("They see what nobody took in their area, without names");
    transcript.exchange(
        cast.localGovernment().get("/api/v1/handovers?direction=area&state=DECLINED&limit=1"), 200);
    transcript.step("And assign the case");
    transcript.exchange(
        decide(
            cast.localGovernment(),
            handover,
            "assignment",
            Map.of("toOrganisationId", takerId, "reason", "居所を管轄するため（架空の例）")),
        200);
    Exchange theirs = cast.requested().get(theCase()).expecting(200);
    UnexpectedAnswer.unless("WRITE".equals(theirs.text("/right")), "the case was not assigned");
  }

  private void custody() {
    transcript.step("Who had the case when, and why");
    transcript.exchange(cast.requested().get(theCase() + "/custody"), 200);
  }

  private static Exchange decide(
      Person person, String handover, String decision, @Nullable Map<String, String> body) {
    String tag = person.get(theHandover(handover)).expecting(200).header("ETag");
    String target = theHandover(handover) + "/" + decision;
    Request request = body == null ? Request.post(target) : Request.postJson(target, body);
    return person.send(request.with("If-Match", tag));
  }

  private static String theHandover(String id) {
    return "/api/v1/handovers/" + id;
  }

  private String theCase() {
    return "/api/v1/cases/" + caseId;
  }
}
