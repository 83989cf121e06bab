package org.openhersys.local.journey;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;
import org.openhersys.local.sample.SampleDirectory;

/**
 * The main job, end to end and over HTTP, with a new synthetic person each time: a notification
 * travels from a hospital's record system to the case list of one health centre, and is handed over
 * to another. Everything is shown as it happens.
 */
public final class Journey {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STAFF = "HEALTH_CENTRE_STAFF";

  private final CredentialsFile file;
  private final Http http;
  private final Transcript transcript;
  private final Clock clock;
  private final MachineClient recordSystem;
  private final MachineClient centreSystem;
  private final Person receiving;
  private final Person requested;
  private final SyntheticPatient patient;

  public Journey(String baseUrl, CredentialsFile file, Clock clock, PrintStream out) {
    this.file = file;
    this.http = new Http(baseUrl);
    this.transcript = new Transcript(out);
    this.clock = clock;
    Credentials credentials = file.credentials();
    recordSystem = new MachineClient(http, credentials.clientWith("notification.write"), clock);
    centreSystem = new MachineClient(http, credentials.clientWith("case.read"), clock);
    receiving = staffOf(SampleDirectory.RECEIVING_CENTRE);
    requested = staffOf(SampleDirectory.CENTRE_OF_RESIDENCE);
    patient =
        SyntheticPatient.in(
            SampleDirectory.MUNICIPALITY_OF_RESIDENCE, RandomGenerator.getDefault());
  }

  /**
   * Walks once.
   *
   * @throws UnexpectedAnswer at the first step that does not go as told
   */
  public void walk() {
    transcript.chapter("A health centre logs in 保健所のログイン");
    logIn(receiving, "The receiving centre's staff");
    Exchange receipt = notification();
    String caseId = caseOf(receipt);
    String handoverId = requestHandover(caseId);
    acceptHandover(caseId, handoverId);
    new PullBySystem(transcript, centreSystem).show(caseId);
    logOut();
  }

  /**
   * Enrols authenticator apps for the sample accounts that do not take part in the walk.
   *
   * @return how many had none yet
   */
  public int enrolTheOthers() {
    List<Person> others =
        file.credentials().accounts().stream()
            .filter(account -> !account.totpConfirmed())
            .map(account -> new Person(http, file, account.loginId(), clock))
            .filter(person -> !person.is(receiving) && !person.is(requested))
            .toList();
    others.forEach(person -> person.enrol(exchange -> {}));
    return others.size();
  }

  private Person staffOf(String organisationCode) {
    return new Person(
        http, file, file.credentials().account(STAFF, organisationCode).loginId(), clock);
  }

  private void logIn(Person person, String who) {
    if (!person.isEnrolled()) {
      transcript.step(who + " enrol an authenticator app: begin, and confirm with a first code");
      person.enrol(transcript::exchange);
    }
    transcript.step(who + " log in with password and one-time code");
    person.logIn(transcript::exchange);
  }

  private Exchange notification() {
    transcript.chapter("A hospital's record system notifies 電子カルテからの発生届");
    transcript.step("The record system gets a token with a signed assertion (private_key_jwt)");
    transcript.exchange(recordSystem.requestToken());

    LocalDate today = LocalDate.now(clock.withZone(JAPAN));
    String key = UUID.randomUUID().toString();
    transcript.step("A notification that cannot be: refused, with all that is wrong at once");
    Exchange refused =
        transcript.exchange(recordSystem.submit(patient.impossibleOn(today), key), 422);
    UnexpectedAnswer.unless(refused.json().at("/errors").size() > 1, "not all faults were told");

    transcript.step("Corrected, and sent under the same idempotency key: accepted, with a receipt");
    return transcript.exchange(recordSystem.submit(patient.confirmedOn(today), key), 201);
  }

  /** The case of a notification that was acknowledged just now. */
  private String caseOf(Exchange receipt) {
    transcript.chapter("The case at the receiving centre 届出先保健所");
    String entryId = receipt.text("/smartphoneEntryId");
    transcript.step("The case appears in the centre's list, newest first");
    String caseId = pollFor(entryId, System.nanoTime());

    transcript.step("The record system sends the same again, as after a lost answer: same receipt");
    Exchange again = transcript.exchange(recordSystem.repeat(receipt.request()), 201);
    UnexpectedAnswer.unless(
        again.json().equals(receipt.json()), "the second receipt differs from the first");

    transcript.step("The centre reads the case with its notification");
    Exchange read = transcript.exchange(receiving.get("/api/v1/cases/" + caseId), 200);
    UnexpectedAnswer.unless(
        read.json().at("/notifications").size() == 1, "the case has not one notification");

    transcript.step("It reads the current status, for its ETag");
    String status = "/api/v1/cases/" + caseId + "/status";
    Exchange before = transcript.exchange(receiving.get(status), 200);

    transcript.step("It sets the current status; the history keeps who, when and why");
    transcript.exchange(
        receiving.send(
            Request.putJson(status, Map.of("status", "HOME_CARE", "reason", "自宅療養を開始（架空の例）"))
                .with("If-Match", before.header("ETag"))),
        200);
    return caseId;
  }

  private String pollFor(String entryId, long since) {
    Exchange list = newestCases();
    while (list.item("smartphoneEntryId", entryId).isEmpty()) {
      UnexpectedAnswer.unless(
          System.nanoTime() - since < PATIENCE.toNanos(), "the case did not appear");
      Http.pause(Duration.ofMillis(20));
      list = newestCases();
    }
    transcript.exchange(list);
    transcript.remark(
        "seen %d ms after the receipt".formatted((System.nanoTime() - since) / 1_000_000));
    return list.item("smartphoneEntryId", entryId).orElseThrow().path("id").asText();
  }

  private Exchange newestCases() {
    return receiving.get("/api/v1/cases?sort=newest&limit=2").expecting(200);
  }

  private String requestHandover(String caseId) {
    transcript.chapter("Handover to the centre of the patient's place 引継ぎ");
    transcript.step("Which health centre serves the place where the patient stays?");
    Exchange centres =
        transcript.exchange(
            receiving.get("/api/v1/organisations?municipality=" + patient.municipalityCode()), 200);

    transcript.step("The receiving centre asks it to take the case over");
    Exchange handover =
        transcript.exchange(
            receiving.send(
                Request.postJson(
                        "/api/v1/handovers",
                        Map.of(
                            "caseId",
                            caseId,
                            "toOrganisationId",
                            centres.text("/items/0/id"),
                            "reason",
                            "居所が貴管内のため（架空の例）"))
                    .with("Idempotency-Key", UUID.randomUUID().toString())),
            201);
    return handover.text("/id");
  }

  private void acceptHandover(String caseId, String handoverId) {
    String theCase = "/api/v1/cases/" + caseId;
    String theHandover = "/api/v1/handovers/" + handoverId;
    logIn(requested, "The requested centre's staff");

    transcript.step("They see the request with a summary: no name, no birth date, no address");
    transcript.exchange(
        requested.get("/api/v1/handovers?direction=incoming&state=REQUESTED&limit=2"), 200);
    Exchange asked = transcript.exchange(requested.get(theHandover), 200);
    UnexpectedAnswer.unless(!asked.body().contains(patient.name()), "the summary tells the name");

    transcript.step("The case itself does not exist for them yet");
    transcript.exchange(requested.get(theCase), 404);

    transcript.step("They accept");
    transcript.exchange(
        requested.send(
            Request.post(theHandover + "/acceptance").with("If-Match", asked.header("ETag"))),
        200);

    transcript.step("From now on it is theirs");
    Exchange theirs = transcript.exchange(requested.get(theCase), 200);
    UnexpectedAnswer.unless("WRITE".equals(theirs.text("/right")), "they may not write");

    transcript.step("The receiving centre goes on reading, and no longer writes");
    Exchange still = transcript.exchange(receiving.get(theCase + "/status"), 200);
    transcript.exchange(
        receiving.send(
            Request.putJson(theCase + "/status", Map.of("status", "HOSPITALISED"))
                .with("If-Match", still.header("ETag"))),
        403);
  }

  private void logOut() {
    transcript.chapter("Logging out ログアウト");
    transcript.step("The receiving centre's staff log out");
    transcript.exchange(receiving.send(Request.delete("/api/v1/sessions/current")), 204);
    transcript.step("Their token is refused by every service from the next request on");
    transcript.exchange(receiving.get("/api/v1/cases?limit=1"), 401);
  }
}
