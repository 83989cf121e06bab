package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger count = new AtomicInteger();

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
    return new Request(
        "PATCH",
        "/api/v1/" + target,
        Map.of("Content-Type", "application/merge-patch+json"),
        put(target, body).body());
  }

  /** A notification of a synthetic person, by the hospital's record system. */
  Request submission() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    Map<String, Object> form =
        SyntheticPatient.in(SampleDirectory.MUNICIPALITY_OF_RESIDENCE, random).confirmedOn(today);
    return asHospital(keyed(post("notifications", form)));
  }

  String notification() {
    return "notifications/" + done(submission()).text("/id");
  }

  /** Of a notification whose onset is told to lie long before the diagnosis. */
  Request settingAside() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    Map<String, Object> form =
        SyntheticPatient.in(SampleDirectory.MUNICIPALITY_OF_RESIDENCE, random).confirmedOn(today);
    form.put("onsetDate", today.minusDays(31).toString());
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
  String closedFax() {
    Request fax =
        Request.postText(
            "/api/v1/faxes", "application/pdf", "%PDF-1.4 (架空のFAX " + UUID.randomUUID() + ")");
    String id = "faxes/" + done(asGiver(keyed(fax))).text("/id");
    done(asGiver(post(id + "/closing", Map.of("reason", "BLANK"))));
    return id;
  }

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

  Request newAccount() {
    return asMinistry(
        keyed(
            post(
                "accounts",
                Map.of(
                    "organisationId",
                    organisation("MIHON-LG-04"),
                    "loginId",
                    "mihon.shin." + UUID.randomUUID(),
                    "displayName",
                    "見本 新人",
                    "role",
                    "LOCAL_GOVERNMENT_STAFF",
                    "shared",
                    false))));
  }

  String account() {
    return location(done(newAccount()));
  }

  Request reactivation() {
    String account = account();
    return asMinistry(Request.post("/api/v1/" + account + "/reactivation"))
        .with("If-Match", tag(asMinistry(get(account))));
  }

  Request activation() {
    return post(
        "accounts/activations",
        Map.of(
            "activationCode",
            done(newAccount()).text("/activation/code"),
            "password",
            "kurage-to-tomato-no-natsu"));
  }

  String machineSession() {
    return system.client("case.read").requestToken().text("/access_token");
  }

  Request newClient() {
    return asMinistry(
        keyed(
            post(
                "clients",
                Map.of(
                    "organisationId",
                    organisation("0119999993"),
                    "name",
                    "見本電子カルテ",
                    "scopes",
                    List.of("notification.write"),
                    "jwks",
                    keys()))));
  }

  String client() {
    return location(done(newClient()));
  }

  Request newKeys() {
    String client = client();
    return asMinistry(put(client + "/keys", Map.of("jwks", keys())))
        .with("If-Match", tag(asMinistry(get(client))));
  }

  Request organisations() {
    String code = "MIHON-LG-IT-" + UUID.randomUUID().toString().substring(0, 8);
    return asMinistry(
        new Request(
            "POST",
            "/api/v1/organisations/import",
            Map.of("Content-Type", "text/csv"),
            """
            code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress
            %s,LOCAL_GOVERNMENT,架空市,カクウシ,,011002,,
            """
                .formatted(code)));
  }

  /** Of a centre that has no part in anything else here. */
  Request settings() {
    return tagged(
        this::asMinistry,
        "organisations/" + organisation("MIHON-HC-04") + "/settings",
        target ->
            put(
                target,
                Map.of(
                    "mailAddress",
                    "hokenjo-" + count.incrementAndGet() + "@kakuu.example",
                    "samePersonMayConfirm",
                    false)));
  }

  Request quota() {
    return tagged(
        this::asMinistry,
        "organisations/" + organisation("MIHON-HC-04") + "/quota",
        target -> put(target, Map.of("total", 100 + count.incrementAndGet())));
  }

  /** A change of a resource, with the tag that the resource has now. */
  Request tagged(UnaryOperator<Request> by, String target, Function<String, Request> change) {
    return by.apply(change.apply(target)).with("If-Match", tag(by.apply(get(target))));
  }

  /** The centre of the patients' place. */
  String receiver() {
    return organisation(SampleDirectory.CENTRE_OF_RESIDENCE);
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

  private String organisation(String code) {
    return system.superuser().value("select id from identity.organisation where code = ?", code);
  }

  private static Request keyed(Request request) {
    return request.with("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static String location(Exchange created) {
    return created.header("Location").substring("/api/v1/".length());
  }

  private String tag(Request read) {
    return done(read).header("ETag");
  }

  private static Map<String, Object> keys() {
    try {
      return new JWKSet(
              new ECKeyGenerator(Curve.P_384)
                  .keyUse(KeyUse.SIGNATURE)
                  .algorithm(JWSAlgorithm.ES384)
                  .keyIDFromThumbprint(true)
                  .generate()
                  .toPublicJWK())
          .toJSONObject();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Exchange done(Request request) {
    Exchange answer = system.send(request);
    assertTrue(answer.status() / 100 == 2, request.target() + ": " + answer.body());
    return answer;
  }
}
