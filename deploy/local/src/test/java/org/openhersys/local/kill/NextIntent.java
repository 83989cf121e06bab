package org.openhersys.local.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;
import org.openhersys.local.journey.SyntheticPatient;
import org.openhersys.local.sample.SampleDirectory;

/** Makes intents: looks at what is to be changed, and says what shall become of it. */
final class NextIntent {
  private final Sender sender;
  private final String takerId;

  /**
   * @param takerId the centre that is asked to take cases over
   */
  NextIntent(Sender sender, String takerId) {
    this.sender = sender;
    this.takerId = takerId;
  }

  /** To notify somebody who does not exist. */
  Intent submission(RandomGenerator random) {
    String key = newKey();
    Map<String, Object> form =
        SyntheticPatient.in(SampleDirectory.MUNICIPALITY_OF_RESIDENCE, random)
            .confirmedOn(LocalDate.now(ZoneId.of("Asia/Tokyo")));
    form.put("inHousePatientId", key);
    return intent(key, key, Deed.SUBMISSION, Request.postJson("/api/v1/notifications", form));
  }

  /** To do something for a course; empty when its case is not there yet. */
  Optional<Intent> of(Course course, Deed deed) {
    String key = newKey();
    return request(course, deed, key).map(request -> intent(key, course.key(), deed, request));
  }

  private Optional<Request> request(Course course, Deed deed, String key) {
    return switch (deed) {
      case SUBMISSION -> Optional.empty();
      case SUPPLEMENT -> {
        String target = course.notification();
        yield Optional.of(tagged(deed, target, Request.patchJson(target, Map.of("freeText", key))));
      }
      case CONFIRMATION -> {
        String target = course.notification() + "/confirmation";
        yield Optional.of(tagged(deed, target, Request.post(target)));
      }
      case STATUS -> theCase(course).map(id -> status(deed, id, "HOME_CARE", key));
      case LATER_STATUS -> theCase(course).map(id -> status(deed, id, "CARE_ENDED", key));
      case REQUEST ->
          theCase(course)
              .map(
                  id ->
                      Request.postJson(
                          "/api/v1/handovers",
                          Map.of("caseId", id, "toOrganisationId", takerId, "reason", key)));
      case ACCEPTANCE -> {
        String target = course.handover();
        yield Optional.of(tagged(deed, target, Request.post(target + "/acceptance")));
      }
    };
  }

  /**
   * Whether something was done by an attempt whose answer was lost, as can be seen now.
   *
   * @return what is seen; empty when it was not done
   */
  Optional<JsonNode> seen(Intent intent) {
    String target = intent.request().target().replaceFirst("/acceptance$", "");
    JsonNode present = sender.read(intent.deed().actor(), target).json();
    boolean done =
        switch (intent.deed()) {
          case SUPPLEMENT -> present.at("/document/freeText").asText().equals(intent.key());
          case CONFIRMATION -> present.path("state").asText().equals("CONFIRMED");
          case STATUS, LATER_STATUS ->
              present.path("history").findValuesAsText("reason").contains(intent.key());
          case ACCEPTANCE -> present.path("state").asText().equals("ACCEPTED");
          case SUBMISSION, REQUEST -> false;
        };
    return done ? Optional.of(present) : Optional.empty();
  }

  private Request status(Deed deed, String id, String status, String key) {
    String target = "/api/v1/cases/" + id + "/status";
    return tagged(deed, target, Request.putJson(target, Map.of("status", status, "reason", key)));
  }

  private Request tagged(Deed deed, String target, Request change) {
    Exchange present = sender.read(deed.actor(), target);
    return change.with("If-Match", present.header("ETag"));
  }

  private Optional<String> theCase(Course course) {
    JsonNode sheet = sender.read(Actor.GIVER, course.notification() + "/confirmation").json();
    return sheet.has("case") ? Optional.of(sheet.at("/case/id").asText()) : Optional.empty();
  }

  private static Intent intent(String key, String course, Deed deed, Request request) {
    Request traced = request.with("traceparent", "00-" + key + "-00f067aa0ba902b7-01");
    return new Intent(
        key, course, deed, deed.isKeyed() ? traced.with("Idempotency-Key", key) : traced);
  }

  private static String newKey() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
