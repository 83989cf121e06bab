package org.openhersys.local.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.sample.CredentialsFile;
import org.openhersys.local.sample.SampleDirectory;

/**
 * The main job, end to end and over HTTP, with a new synthetic person each time: a ward gets an
 * account, a record system is registered and notifies, the health centre is told by mail and
 * confirms, the case is handed over in several turns and shared, and a centre's own system follows.
 * Everything is shown as it happens.
 */
public final class Journey {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final CredentialsFile file;
  private final Http http;
  private final @Nullable Inbox inbox;
  private final Transcript transcript;
  private final Clock clock;
  private final People people;
  private final Cast cast;
  private final SyntheticPatient patient;

  /**
   * @param inbox of the local SMTP server, or null where mails go to another server
   */
  public Journey(
      Http http,
      @Nullable Inbox inbox,
      CredentialsFile file,
      People people,
      Transcript transcript,
      Clock clock) {
    this.file = file;
    this.http = http;
    this.inbox = inbox;
    this.transcript = transcript;
    this.clock = clock;
    this.people = people;
    this.cast = Cast.of(people);
    this.patient =
        SyntheticPatient.in(
            SampleDirectory.MUNICIPALITY_OF_RESIDENCE, RandomGenerator.getDefault());
  }

  /**
   * Walks once.
   *
   * @throws UnexpectedAnswer at the first step that does not go as told
   */
  public void walk() {
    GettingAccounts accounts =
        new GettingAccounts(transcript, http, file, clock, people, cast.manager());
    Person ward = accounts.ward();
    Exchange receipt = notification(accounts.recordSystem());

    transcript.chapter("A health centre logs in 保健所のログイン");
    cast.receiving().arrive(transcript, "The receiving centre's staff");
    String caseId =
        new Confirming(transcript, inbox, cast.receiving(), ward, patient, today()).show(receipt);
    new HandingOver(transcript, cast, caseId, patient.municipalityCode()).show(patient);
    new Sharing(transcript, cast).show(caseId);
    new PullBySystem(
            transcript, new MachineClient(http, file.credentials().clientWith("case.read"), clock))
        .show(caseId);
    logOut();
  }

  private Exchange notification(MachineClient recordSystem) {
    transcript.chapter("The record system notifies 電子カルテからの発生届");
    transcript.step("It gets a token with a signed assertion (private_key_jwt)");
    transcript.exchange(recordSystem.requestToken());

    LocalDate today = today();
    transcript.step("What the form asks today, with its code lists: for everybody who shows it");
    transcript.line(recordSystem.get("/api/v1/forms"), 200);
    transcript.step("Asked before it is sent: acceptable, and what may follow later");
    Exchange asked = transcript.exchange(recordSystem.validate(patient.confirmedOn(today)), 200);
    UnexpectedAnswer.unless(
        asked.json().at("/acceptable").asBoolean() && asked.json().at("/missing").size() > 1,
        "the validation does not say that it is acceptable and what may follow");
    String key = UUID.randomUUID().toString();
    transcript.step("A notification that cannot be: refused, with all that is wrong at once");
    Exchange refused =
        transcript.exchange(recordSystem.submit(patient.impossibleOn(today), key), 422);
    UnexpectedAnswer.unless(refused.json().at("/errors").size() > 1, "not all faults were told");

    transcript.step("Corrected, and sent under the same idempotency key: accepted, with a receipt");
    Exchange receipt =
        transcript.exchange(recordSystem.submit(patient.confirmedOn(today), key), 201);
    transcript.step("The same again, as after a lost answer: the same receipt");
    Exchange again = transcript.line(recordSystem.repeat(receipt.request()), 201);
    UnexpectedAnswer.unless(
        again.json().equals(receipt.json()), "the second receipt differs from the first");
    return receipt;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(JAPAN));
  }

  private void logOut() {
    transcript.chapter("Logging out ログアウト");
    transcript.step("The receiving centre's staff log out");
    transcript.exchange(cast.receiving().send(Request.delete("/api/v1/sessions/current")), 204);
    transcript.step("Their token is refused by every service from the next request on");
    transcript.exchange(cast.receiving().get("/api/v1/cases?limit=1"), 401);
  }
}
