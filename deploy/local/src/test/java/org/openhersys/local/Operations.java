package org.openhersys.local;

import static org.openhersys.local.Preparations.get;
import static org.openhersys.local.Preparations.patch;
import static org.openhersys.local.Preparations.post;
import static org.openhersys.local.Preparations.put;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhersys.local.journey.Request;

/**
 * One request for each operation of the contract, made ready to succeed: what it needs is brought
 * about first. A new operation gets a line here, and is then among those whose writes are made to
 * fail and whose access log is broken.
 */
final class Operations {
  private static final Map<String, Function<Preparations, Request>> READY = new LinkedHashMap<>();

  static {
    notifications();
    cases();
    handovers();
    READY.putAll(AccountOperations.ready());
    READY.putAll(SendingOperations.ready());
    READY.putAll(DraftOperations.ready());
    READY.putAll(FaxOperations.ready());
    READY.putAll(QualityOperations.ready());
    READY.putAll(DailyCountOperations.ready());
  }

  private static void notifications() {
    READY.put("submitNotification", Preparations::submission);
    READY.put("submitBatch", Preparations::batch);
    READY.put("listBatches", p -> p.asHospital(get("notification-batches?limit=20")));
    READY.put("readBatch", p -> p.asHospital(get(p.waitingBatch())));
    READY.put("listBatchRows", p -> p.asHospital(get(p.waitingBatch() + "/rows")));
    READY.put(
        "cancelBatch",
        p -> p.asHospital(Request.post("/api/v1/" + p.waitingBatch() + "/cancellation")));
    READY.put("listNotifications", p -> p.asGiver(get("notifications?limit=20")));
    READY.put(
        "searchNotifications",
        p -> p.asGiver(post("notifications/search", Map.of("nameKana", "カクウ タロウ"))));
    READY.put("readNotification", p -> p.asHospital(get(p.notification())));
    READY.put("listRevisions", p -> p.asHospital(get(p.notification() + "/revisions")));
    READY.put("readRevision", p -> p.asHospital(get(p.notification() + "/revisions/1")));
    READY.put(
        "supplementNotification",
        p ->
            p.tagged(
                p::asHospital,
                p.notification(),
                target -> patch(target, Map.of("freeText", "追記（架空の例）"))));
    READY.put("setFindingAside", Preparations::settingAside);
    READY.put("readConfirmation", p -> p.asGiver(get(p.notification() + "/confirmation")));
    READY.put("confirmNotification", p -> p.confirmation(p.notification()));
    READY.put("listQuestions", p -> p.asGiver(get(p.notification() + "/questions")));
    READY.put("askQuestions", p -> p.question(p.notification()));
    READY.put(
        "answerQuestion",
        p -> p.as("mihon.ishi", post(p.askedQuestion() + "/answer", Map.of("text", "架空の例"))));
    READY.put(
        "withdrawQuestion",
        p -> p.asGiver(Request.post("/api/v1/" + p.askedQuestion() + "/withdrawal")));
    READY.put("listMails", p -> p.asGiver(get("mails?limit=20")));
    READY.put("retryMail", p -> p.asGiver(Request.post("/api/v1/" + p.parkedMail() + "/retry")));
  }

  private static void cases() {
    READY.put("listCases", p -> p.asGiver(get("cases?limit=20")));
    READY.put("readCaseChanges", p -> p.asGiver(get("cases/changes?limit=20")));
    READY.put("readCase", p -> p.asGiver(get(p.theCase())));
    READY.put("readCustody", p -> p.asGiver(get(p.theCase() + "/custody")));
    READY.put("readCaseTests", p -> p.asGiver(get(p.theCase() + "/tests")));
    READY.put("readCaseStatus", p -> p.asGiver(get(p.theCase() + "/status")));
    READY.put(
        "changeCaseStatus",
        p ->
            p.tagged(
                p::asGiver,
                p.theCase() + "/status",
                target -> put(target, Map.of("status", "HOME_CARE", "reason", "架空の例"))));
    READY.put("listRelatedCentres", p -> p.asGiver(get(p.theCase() + "/related-centres")));
    READY.put("setRelatedCentre", p -> p.sharing(p.theCase()));
    READY.put(
        "removeRelatedCentre",
        p ->
            p.tagged(
                p::asGiver,
                p.sharedCase() + "/related-centres",
                target -> Request.delete("/api/v1/" + target + "/" + p.receiver())));
  }

  private static void handovers() {
    READY.put("requestHandover", p -> p.handoverRequest(p.theCase()));
    READY.put("listHandovers", p -> p.asReceiver(get("handovers?direction=incoming")));
    READY.put("readHandover", p -> p.asReceiver(get(p.handover())));
    READY.put("acceptHandover", p -> p.acceptance(p.handover()));
    READY.put("declineHandover", p -> p.decision(p::asReceiver, p.handover(), "declination"));
    READY.put("cancelHandover", p -> p.decision(p::asGiver, p.handover(), "cancellation"));
    READY.put("returnHandover", p -> p.decision(p::asReceiver, p.acceptedHandover(), "return"));
    READY.put(
        "assignHandover",
        p ->
            p.decided(
                request -> p.as("mihon.honchou.nishi", request),
                p.declinedHandover(),
                "assignment",
                Map.of("toOrganisationId", p.receiver(), "reason", "架空の例")));
  }

  /** These show and change nothing about people, and write no access log. */
  private static final Set<String> WITHOUT_PEOPLES_DATA =
      Set.of(
          "readCurrentSession",
          "listOrganisations",
          "readOrganisation",
          "readKeys",
          "readSmartConfiguration",
          "readAuthorizationServerMetadata",
          "readForms",
          "listChecks",
          "listAgeBands",
          "listInstitutionQuality");

  /**
   * Not here: they need a one-time code or an assertion of their own for each attempt; every test
   * goes through most of them for its tokens.
   */
  private static final Set<String> DOORS =
      Set.of(
          "enrolTotp",
          "confirmTotp",
          "logIn",
          "issueToken",
          "changeOwnPassword",
          "renewRecoveryCodes");

  private static final Pattern OPERATION =
      Pattern.compile(
          "^    (get|post|put|patch|delete):\\s+operationId: (\\w+)$", Pattern.MULTILINE);

  private final Preparations preparations;

  Operations(RunningSystem system) {
    this.preparations = new Preparations(system);
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
        .apply(preparations)
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
    return preparations.submission();
  }
}
