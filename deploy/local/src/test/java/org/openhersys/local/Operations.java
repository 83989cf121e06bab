package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;
import org.openhersys.local.journey.SyntheticPatient;
import org.openhersys.local.sample.SampleDirectory;

/**
 * One request for each operation of the contract, made ready to succeed: what it needs is brought
 * about first. A new operation gets a line here, and is then among those whose writes are made to
 * fail and whose access log is broken.
 */
final class Operations {
  private static final Map<String, Function<Operations, Request>> READY = new LinkedHashMap<>();

  static {
    READY.put("submitNotification", Operations::submission);
    READY.put("readNotification", o -> o.asHospital(o.get("notifications/" + o.notification())));
    READY.put("listCases", o -> o.asGiver(o.get("cases?limit=20")));
    READY.put("readCaseChanges", o -> o.asGiver(o.get("cases/changes?limit=20")));
    READY.put("readCase", o -> o.asGiver(o.get("cases/" + o.theCase())));
    READY.put("readCaseStatus", o -> o.asGiver(o.get("cases/" + o.theCase() + "/status")));
    READY.put("changeCaseStatus", Operations::statusChange);
    READY.put("requestHandover", o -> o.handoverRequest(o.theCase()));
    READY.put("listHandovers", o -> o.asReceiver(o.get("handovers?direction=incoming")));
    READY.put("readHandover", o -> o.asReceiver(o.get("handovers/" + o.handover())));
    READY.put("acceptHandover", Operations::acceptance);
    READY.put("logOut", o -> Request.delete("/api/v1/sessions/current").as(o.newMachineSession()));
    READY.put("readCurrentSession", o -> o.asGiver(o.get("sessions/current")));
    READY.put("listOrganisations", o -> o.asGiver(o.get("organisations?municipality=131041")));
    READY.put("readOrganisation", o -> o.asGiver(o.get("organisations/" + o.receiver())));
    READY.put("readKeys", o -> Request.get("/.well-known/jwks.json"));
    READY.put("readSmartConfiguration", o -> Request.get("/.well-known/smart-configuration"));
    READY.put(
        "readAuthorizationServerMetadata",
        o -> Request.get("/.well-known/oauth-authorization-server"));
  }

  /** These show and change nothing about people, and write no access log. */
  private static final Set<String> WITHOUT_PEOPLES_DATA =
      Set.of(
          "readCurrentSession",
          "listOrganisations",
          "readOrganisation",
          "readKeys",
          "readSmartConfiguration",
          "readAuthorizationServerMetadata");

  /**
   * Not here: they need a one-time code or an assertion of their own for each attempt; every test
   * goes through them for its tokens.
   */
  private static final Set<String> DOORS =
      Set.of("enrolTotp", "confirmTotp", "logIn", "issueToken");

  private static final Pattern OPERATION =
      Pattern.compile(
          "^    (get|post|put|patch|delete):\\s+operationId: (\\w+)$", Pattern.MULTILINE);

  private static final String GIVER = "kakuu.chuo.kanri";
  private static final String RECEIVER = "kakuu.kita";
  private static final String RECEIVING_CENTRE = "MIHON-HC-01";

  private final RunningSystem system;
  private final Random random = new Random(4);

  Operations(RunningSystem system) {
    this.system = system;
  }

  /** All that are made ready here. */
  static Stream<String> all() {
    return READY.keySet().stream();
  }

  /** Those about people's data. */
  static Stream<String> aboutPeople() {
    return all().filter(id -> !WITHOUT_PEOPLES_DATA.contains(id));
  }

  /** Those about people's data that are more than a look. */
  static Stream<String> changing() {
    Map<String, String> methods = methodsOfTheContract();
    return aboutPeople().filter(id -> !methods.get(id).equals("get"));
  }

  /** What the contract has and nobody thought of here. */
  static Set<String> forgotten() {
    Set<String> ids = new TreeSet<>(methodsOfTheContract().keySet());
    ids.removeAll(READY.keySet());
    ids.removeAll(DOORS);
    return ids;
  }

  private static Map<String, String> methodsOfTheContract() {
    Map<String, String> methods = new HashMap<>();
    for (String file : List.of("identity", "notification", "case-tracking")) {
      try {
        String contract =
            Files.readString(Path.of("../../api-spec/openapi").resolve(file + ".yaml"));
        OPERATION
            .matcher(contract)
            .results()
            .forEach(operation -> methods.put(operation.group(2), operation.group(1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return methods;
  }

  /** The request of an operation, which succeeds if nothing is broken; with a trace of its own. */
  Request ready(String operationId) {
    return READY
        .get(operationId)
        .apply(this)
        .with(
            "traceparent",
            "00-" + UUID.randomUUID().toString().replace("-", "") + "-00f067aa0ba902b7-01");
  }

  /** The trace id of a request that was made ready here. */
  static String traceId(Request request) {
    return request.headers().get("traceparent").split("-", -1)[1];
  }

  /** A notification of a synthetic person, by the hospital's record system. */
  Request submission() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    Map<String, Object> form =
        SyntheticPatient.in(SampleDirectory.MUNICIPALITY_OF_RESIDENCE, random).confirmedOn(today);
    return asHospital(
        Request.postJson("/api/v1/notifications", form)
            .with("Idempotency-Key", UUID.randomUUID().toString()));
  }

  private Request statusChange() {
    String status = "cases/" + theCase() + "/status";
    return asGiver(
        Request.putJson("/api/v1/" + status, Map.of("status", "HOME_CARE", "reason", "架空の例"))
            .with("If-Match", done(asGiver(get(status)), 200).header("ETag")));
  }

  private Request handoverRequest(String theCase) {
    return asGiver(
        Request.postJson(
                "/api/v1/handovers",
                Map.of("caseId", theCase, "toOrganisationId", receiver(), "reason", "架空の例"))
            .with("Idempotency-Key", UUID.randomUUID().toString()));
  }

  private Request acceptance() {
    String handover = "handovers/" + handover();
    return asReceiver(
        Request.post("/api/v1/" + handover + "/acceptance")
            .with("If-Match", done(asReceiver(get(handover)), 200).header("ETag")));
  }

  private String notification() {
    return done(submission(), 201).text("/id");
  }

  /** The id of a new case. */
  private String theCase() {
    String course = done(submission(), 201).text("/courseId");
    String query = "select id from tracking.case_file where course_id = '" + course + "'";
    RunningLauncher.waitUntil(
        Duration.ofSeconds(30), () -> !system.superuser().column(query).isEmpty());
    return system.superuser().value(query);
  }

  private String handover() {
    return done(handoverRequest(theCase()), 201).text("/id");
  }

  private String receiver() {
    return system
        .superuser()
        .value("select id from identity.organisation where code = ?", RECEIVING_CENTRE);
  }

  private String newMachineSession() {
    return system.client("case.read").requestToken().text("/access_token");
  }

  private Request get(String target) {
    return Request.get("/api/v1/" + target);
  }

  private Request asHospital(Request request) {
    return request.as(system.machine("notification.write"));
  }

  private Request asGiver(Request request) {
    return request.as(system.person(GIVER));
  }

  private Request asReceiver(Request request) {
    return request.as(system.person(RECEIVER));
  }

  private Exchange done(Request request, int status) {
    Exchange answer = system.send(request);
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }
}
