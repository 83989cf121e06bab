package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Request;
import org.openhersys.local.journey.SyntheticPatient;
import org.openhersys.local.sample.SampleDirectory;

/**
 * Brings about, through the services, what a request needs. Resources are named by their path below
 * {@code /api/v1/}.
 */
final class Preparations {
  private static final String GIVER = "kakuu.chuo.kanri";
  private static final String RECEIVER = "kakuu.nishi.kanri";
  private static final String MINISTRY = "mihon.kanri";

  private final RunningSystem system;
  private final Random random = new Random(4);

  Preparations(RunningSystem system) {
    this.system = system;
  }

  static Request get(String target) {
    return Request.get("/api/v1/" + target);
  }

  static Request post(String target, Object body) {
    return Request.postJson("/api/v1/" + target, body);
  }

  static Request put(String target, Object body) {
    return Request.putJson("/api/v1/" + target, body);
  }

  static Request patch(String target, Object body) {
    return Request.patchJson("/api/v1/" + target, body);
  }

  /** A notification of a synthetic person, by the hospital's record system. */
  Request submission() {
    return asHospital(keyed(post("notifications", form())));
  }

  /** What is notified of a synthetic person. */
  Map<String, Object> form() {
    return SyntheticPatient.in(SampleDirectory.MUNICIPALITY_OF_RESIDENCE, random)
        .confirmedOn(today());
  }

  /** The date in Japan. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Tokyo"));
  }

  /** 保健所確認, by the receiving centre. */
  Request confirmation(String notification) {
    return tagged(
        this::asGiver, notification + "/confirmation", target -> Request.post("/api/v1/" + target));
  }

  /** Two notifications of synthetic persons at once. */
  Request batch() {
    return asHospital(
        keyed(
            Request.postText(
                "/api/v1/notification-batches",
                "application/x-ndjson",
                submission().body() + "\n" + submission().body() + "\n")));
  }

  /** Of the hospital; no worker finds anything to do in it. */
  String waitingBatch() {
    return "notification-batches/"
        + system
            .superuser()
            .value(
                """
                insert into notification.batch
                  (id, organisation_id, principal_id, session_id, state, received, begun_at, touched_at, received_at, worked_at)
                select gen_random_uuid(), c.organisation_id, c.id, gen_random_uuid(), 'WAITING', 1, now(), now(), now(), now()
                from identity.client c where 'notification.write' = any (c.scopes) and c.active
                  and c.organisation_id = (select id from identity.organisation where code = ?)
                limit 1
                returning id
                """,
                SampleDirectory.HOSPITAL);
  }

  String notification() {
    return "notifications/" + done(submission()).text("/id");
  }

  /** Of a notification whose onset is told to lie long before the diagnosis. */
  Request settingAside() {
    Map<String, Object> form = form();
    form.put("onsetDate", today().minusDays(31).toString());
    String notification =
        "notifications/" + done(asHospital(keyed(post("notifications", form)))).text("/id");
    return asGiver(
            post(
                notification + "/findings/set-aside",
                Map.of("pointer", "/onsetDate", "code", "ONSET_LONG_BEFORE_DIAGNOSIS")))
        .with("If-Match", tag(asGiver(get(notification))));
  }

  Request question(String notification) {
    return asGiver(
        keyed(
            post(
                notification + "/questions",
                Map.of("items", List.of(Map.of("text", "同居者の有無を教えてください（架空の例）。"))))));
  }

  String askedQuestion() {
    String notification = notification();
    String id = done(question(notification)).text("/items/0/id");
    return notification + "/questions/" + id;
  }

  /** One that its centre has closed. */
  String parkedMail() {
    String id = UUID.randomUUID().toString();
    system
        .superuser()
        .execute(
            """
            insert into notification.mail (id, kind, recipient_organisation_id, subject_id, state, attempts, failure)
            values ('%s', 'NOTIFICATION_RECEIVED', '%s', gen_random_uuid(), 'PARKED', 1, '550')
            """
                .formatted(id, organisation(SampleDirectory.RECEIVING_CENTRE)));
    return "mails/" + id;
  }

  /** A new case, of which the giver is the receiving and the responsible centre. */
  String theCase() {
    String course = done(submission()).text("/courseId");
    String query = "select id from tracking.case_file where course_id = '" + course + "'";
    RunningLauncher.waitUntil(
        Duration.ofSeconds(30), () -> !system.superuser().column(query).isEmpty());
    return "cases/" + system.superuser().value(query);
  }

  Request sharing(String theCase) {
    return tagged(
        this::asGiver,
        theCase + "/related-centres",
        target -> put(target + "/" + receiver(), Map.of("right", "READ")));
  }

  String sharedCase() {
    String theCase = theCase();
    done(sharing(theCase));
    return theCase;
  }

  Request handoverRequest(String theCase) {
    return asGiver(
        keyed(
            post(
                "handovers",
                Map.of(
                    "caseId",
                    theCase.substring("cases/".length()),
                    "toOrganisationId",
                    receiver(),
                    "reason",
                    "架空の例"))));
  }

  String handover() {
    return "handovers/" + done(handoverRequest(theCase())).text("/id");
  }

  Request acceptance(String handover) {
    return asReceiver(Request.post("/api/v1/" + handover + "/acceptance"))
        .with("If-Match", tag(asReceiver(get(handover))));
  }

  String acceptedHandover() {
    String handover = handover();
    done(acceptance(handover));
    return handover;
  }

  String declinedHandover() {
    String handover = handover();
    done(decision(this::asReceiver, handover, "declination"));
    return handover;
  }

  /** A decision with its reason. */
  Request decision(UnaryOperator<Request> by, String handover, String decision) {
    return decided(by, handover, decision, Map.of("reason", "架空の例"));
  }

  Request decided(
      UnaryOperator<Request> by, String handover, String decision, Map<String, String> body) {
    return by.apply(post(handover + "/" + decision, body))
        .with("If-Match", tag(by.apply(get(handover))));
  }

  /** A change of a resource, with the tag that the resource has now. */
  Request tagged(UnaryOperator<Request> by, String target, Function<String, Request> change) {
    return by.apply(change.apply(target)).with("If-Match", tag(by.apply(get(target))));
  }

  /** The centre of the patients' place. */
  String receiver() {
    return organisation(SampleDirectory.CENTRE_OF_RESIDENCE);
  }

  RunningSystem system() {
    return system;
  }

  Request asHospital(Request request) {
    return request.as(system.machine("notification.write"));
  }

  Request asGiver(Request request) {
    return as(GIVER, request);
  }

  Request asReceiver(Request request) {
    return as(RECEIVER, request);
  }

  Request asMinistry(Request request) {
    return as(MINISTRY, request);
  }

  Request as(String loginId, Request request) {
    return request.as(system.person(loginId));
  }

  String organisation(String code) {
    return system.superuser().value("select id from identity.organisation where code = ?", code);
  }

  static Request keyed(Request request) {
    return request.with("Idempotency-Key", UUID.randomUUID().toString());
  }

  static String location(Exchange created) {
    return created.header("Location").substring("/api/v1/".length());
  }

  String tag(Request read) {
    return done(read).header("ETag");
  }

  Exchange done(Request request) {
    Exchange answer = system.send(request);
    assertTrue(answer.status() / 100 == 2, request.target() + ": " + answer.body());
    return answer;
  }
}
