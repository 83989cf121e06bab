package org.openhersys.notification.mail;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.mail.Mailing.addressOf;
import static org.openhersys.notification.mail.Mailing.afterSeveralPolls;
import static org.openhersys.notification.mail.Mailing.column;
import static org.openhersys.notification.mail.Mailing.posted;
import static org.openhersys.notification.mail.Mailing.received;
import static org.openhersys.notification.mail.Mailing.state;
import static org.openhersys.notification.mail.Mailing.waitUntil;
import static org.openhersys.notification.mail.Mailing.waitUntilSent;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;

/** Mail servers that are away, put off, refuse, or break off. */
@QuarkusTest
class MailServerTroubleTest {
  private final UUID centre = Directory.healthCentre();
  private final String address = addressOf(centre);
  private ScriptedSmtp scripted;

  @AfterEach
  void nothingIsLeft() {
    if (scripted != null) {
      scripted.close();
    }
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "delete from notification.mail where failure <> 'NO_ADDRESS' or recipient_organisation_id = ?",
                    centre));
  }

  @Test
  void whileTheServerIsAwayMailsWaitAndThenArriveOnce() {
    List<UUID> mails =
        Stream.generate(() -> posted(MailKind.HANDOVER_REQUESTED, centre)).limit(3).toList();
    waitUntil(() -> mails.stream().anyMatch(mail -> "CONNECTION_FAILED".equals(failure(mail))));
    afterSeveralPolls();
    mails.forEach(mail -> assertEquals("WAITING", state(mail)));

    GreenMail server = Mailing.server();
    mails.forEach(Mailing::waitUntilSent);
    afterSeveralPolls();

    assertEquals(3, received(server, address).size());
    // The outage was no mail's fault: none has lost its patience over it.
    mails.forEach(mail -> assertEquals("1", column(mail, "attempts")));
    server.stop();
  }

  @Test
  void whatIsPutOffIsSentLater() {
    AtomicInteger left = new AtomicInteger(2);
    serverThat(
        said -> said.startsWith("RCPT") && left.getAndDecrement() > 0 ? "451 greylisted" : null);

    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntilSent(mail);

    assertEquals(1, scripted.messages().size());
    assertEquals("3", column(mail, "attempts"));
  }

  @Test
  void aRefusedMailIsParkedHoldsUpNobodyAndIsRetriedByHand() {
    UUID other = Directory.healthCentre();
    addressOf(other);
    boolean[] mended = {false};
    serverThat(
        said -> said.contains("RCPT TO:<" + address) && !mended[0] ? "550 no such user" : null);

    UUID refused = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntilSent(posted(MailKind.HANDOVER_REQUESTED, other));
    waitUntil(() -> state(refused).equals("PARKED"));

    Login manager = Directory.person(centre, Role.HEALTH_CENTRE_MANAGER);
    Notifying.as(manager)
        .get("/api/v1/mails?state=PARKED")
        .then()
        .statusCode(200)
        .body("items[0].id", equalTo(refused.toString()))
        .body("items[0].failure", equalTo("550"));
    get("/q/health/well").then().statusCode(503).body("status", equalTo("DOWN"));
    get("/q/health/ready").then().statusCode(200);
    mended[0] = true;
    Notifying.as(manager)
        .post("/api/v1/mails/" + refused + "/retry")
        .then()
        .statusCode(200)
        .body("state", equalTo("WAITING"));
    waitUntilSent(refused);
    get("/q/health/well").then().statusCode(200);
  }

  @Test
  void aMailOverWhichTheServerHangsUpHoldsUpNobodyAndIsParkedInTheEnd() {
    UUID other = Directory.healthCentre();
    addressOf(other);
    serverThat(said -> said.contains("RCPT TO:<" + address) ? ScriptedSmtp.HANG_UP : null);

    UUID poisoned = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntil(() -> "CONNECTION_BROKEN".equals(failure(poisoned)));
    waitUntilSent(posted(MailKind.HANDOVER_REQUESTED, other));
    waitUntil(() -> state(poisoned).equals("PARKED"));

    assertEquals("BROKEN_OFF", failure(poisoned));
    assertEquals("3", column(poisoned, "attempts"));
  }

  @Test
  void aMailThatCannotBeWrittenIsParkedAndHoldsUpNobody() {
    serverThat(said -> null);
    UUID unwritable = UUID.randomUUID();

    afterAMigrationOfANewerVersion(
        () -> {
          post("NEWER", unwritable);
          waitUntil(() -> state(unwritable).equals("PARKED"));
          waitUntilSent(posted(MailKind.HANDOVER_REQUESTED, centre));

          assertEquals("UNWRITABLE", failure(unwritable));
        });
  }

  @Test
  void houseIsKeptHoweverMuchThereIsToSend() {
    UUID without = Directory.healthCentre();
    UUID parked = posted(MailKind.HANDOVER_REQUESTED, without);
    waitUntil(() -> state(parked).equals("PARKED"));
    Mailing.change(parked, "failure = 'SOMETHING'");
    addressOf(without);
    AtomicInteger left = new AtomicInteger(5_000);
    AtomicBoolean busy = new AtomicBoolean();
    serverThat(
        said -> {
          if (said.startsWith(ScriptedSmtp.MESSAGE)
              && state(parked).equals("PARKED")
              && left.getAndDecrement() > 0) {
            posted(MailKind.CASE_SHARED, centre);
            busy.set(true);
          }
          return null;
        });
    posted(MailKind.CASE_SHARED, centre);
    waitUntil(busy::get);

    Mailing.change(parked, "failure = 'NO_ADDRESS'");

    waitUntil(() -> !state(parked).equals("PARKED"));
    assertTrue(left.get() > 0);
  }

  @Test
  void aMailerThatDiesBeforeItsMarkRepeatsUnderTheSameMessageId() {
    AtomicInteger lost = new AtomicInteger(1);
    serverThat(
        said ->
            said.startsWith(ScriptedSmtp.MESSAGE) && lost.getAndDecrement() > 0
                ? ScriptedSmtp.HANG_UP
                : null);

    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntilSent(mail);
    afterSeveralPolls();

    assertEquals(2, scripted.messages().size());
    scripted
        .messages()
        .forEach(message -> assertTrue(message.contains("<" + mail + "@hersys.test>"), message));
  }

  @Test
  void aWrongPasswordOrSenderParksNothing() {
    serverThat(said -> said.startsWith("MAIL") ? "550 who are you" : null);

    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntil(() -> "550".equals(failure(mail)));
    afterSeveralPolls();

    assertEquals("WAITING", state(mail));
  }

  @Test
  void noLineOfAMessageEndsWithoutCarriageReturn() {
    serverThat(said -> null);

    waitUntilSent(posted(MailKind.HANDOVER_EXPIRED, centre));

    assertEquals(1, scripted.messages().size());
    assertFalse(scripted.sawBareLineFeed());
  }

  @Test
  void anOldMailThatStillWaitsMakesTheServiceUnwell() {
    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    get("/q/health/well").then().statusCode(200);

    Mailing.change(mail, "created_at = now() - interval '16 minutes'");

    get("/q/health/well")
        .then()
        .statusCode(503)
        .body("checks.find { it.name.contains('mail') }.data.parkedMails", equalTo(0));
  }

  private void serverThat(UnaryOperator<String> replies) {
    scripted = new ScriptedSmtp(SmtpPort.port(), replies);
  }

  /** Such as knows kinds of mail that this version does not. */
  private void afterAMigrationOfANewerVersion(Runnable work) {
    Jdbi owner = HersysDatabase.owner();
    String kinds =
        owner.withHandle(
            h ->
                h.select(
                        "select pg_get_constraintdef(oid) from pg_constraint where conname = 'mail_kind_check'")
                    .mapTo(String.class)
                    .one());
    owner.useHandle(
        h -> h.execute("alter table notification.mail drop constraint mail_kind_check"));
    try {
      work.run();
    } finally {
      owner.useHandle(h -> h.execute("delete from notification.mail where kind = 'NEWER'"));
      owner.useHandle(
          h -> h.execute("alter table notification.mail add constraint mail_kind_check " + kinds));
    }
  }

  private void post(String kind, UUID mail) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "insert into notification.mail (id, kind, recipient_organisation_id, subject_id) values (?, ?, ?, ?)",
                    mail,
                    kind,
                    centre,
                    mail));
  }

  private static String failure(UUID mail) {
    return column(mail, "failure");
  }
}
