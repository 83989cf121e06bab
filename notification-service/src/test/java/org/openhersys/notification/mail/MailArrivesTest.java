package org.openhersys.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.mail.Mailing.addressOf;
import static org.openhersys.notification.mail.Mailing.afterSeveralPolls;
import static org.openhersys.notification.mail.Mailing.change;
import static org.openhersys.notification.mail.Mailing.everythingOf;
import static org.openhersys.notification.mail.Mailing.mailsAbout;
import static org.openhersys.notification.mail.Mailing.posted;
import static org.openhersys.notification.mail.Mailing.received;
import static org.openhersys.notification.mail.Mailing.setAddress;
import static org.openhersys.notification.mail.Mailing.state;
import static org.openhersys.notification.mail.Mailing.waitUntil;
import static org.openhersys.notification.mail.Mailing.waitUntilSent;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;

/** What the organisations find in their mailboxes, on a real mail server. */
@QuarkusTest
class MailArrivesTest {
  @Inject MailerDatabase database;
  @Inject OutgoingRecords outbox;
  @Inject WritingMail writing;
  @Inject MailServer mailServer;
  @Inject MailSettings settings;
  @Inject Clock clock;

  private final Notifying notifying = new Notifying();
  private GreenMail server;

  @BeforeEach
  void aServer() {
    server = Mailing.server();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void theReceivingCentreIsToldWithTheEntryIdAndNothingOfThePerson() throws Exception {
    String address = addressOf(notifying.centre);
    String form = json(confirmed().with(f -> f.freeText = "架空の自由記載"));

    Response receipt = submit(notifying.ehr, newKey(), form);
    UUID mail = mailsAbout(UUID.fromString(receipt.path("id"))).get(0);
    waitUntilSent(mail);

    MimeMessage message = received(server, address).get(0);
    String text = message.getContent().toString();
    assertTrue(text.contains("スマホ入力ID: " + receipt.path("smartphoneEntryId")), text);
    assertTrue(text.contains("https://hersys.test"), text);
    assertEquals("【OpenHERSYS】発生届の受理", message.getSubject());
    assertEquals("no-reply@hersys.test", message.getFrom()[0].toString());
    assertEquals("<" + mail + "@hersys.test>", message.getMessageID());
    assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
    assertEquals("text/plain; charset=utf-8", message.getContentType());
    assertNotNull(message.getSentDate());
    texts(form)
        .forEach(personal -> assertFalse(everythingOf(message).contains(personal), () -> personal));
  }

  @Test
  void aRepeatedSubmissionTellsOnce() {
    String address = addressOf(notifying.centre);
    String key = newKey();
    String form = json(confirmed());
    UUID id = UUID.fromString(submit(notifying.ehr, key, form).path("id"));

    submit(notifying.ehr, key, form).then().statusCode(201);

    assertEquals(1, mailsAbout(id).size());
    waitUntilSent(mailsAbout(id).get(0));
    afterSeveralPolls();
    assertEquals(1, received(server, address).size());
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void eachKindSaysWhatHappenedAndOfWhat(MailKind kind) throws Exception {
    UUID centre = Directory.healthCentre();
    String address = addressOf(centre);

    UUID mail = posted(kind, centre);
    waitUntilSent(mail);

    MimeMessage message = received(server, address).get(0);
    assertEquals("【OpenHERSYS】" + kind.title(), message.getSubject());
    String text = message.getContent().toString();
    assertTrue(text.contains(kind.sentence()), text);
    assertTrue(
        text.contains(kind.subjectLabel() + ": " + Mailing.column(mail, "subject_id")), text);
    assertTrue(text.contains("個人情報は含まれていません"), text);
    assertTrue(text.contains("返信しないでください"), text);
  }

  @Test
  void severalMailersSendEachMailOnce() {
    UUID centre = Directory.healthCentre();
    String address = addressOf(centre);
    List<UUID> mails =
        Stream.generate(() -> posted(MailKind.HANDOVER_REQUESTED, centre)).limit(40).toList();

    List<CompletableFuture<Void>> others =
        Stream.generate(this::anotherMailer)
            .limit(2)
            .map(mailer -> CompletableFuture.runAsync(() -> sendAll(mailer)))
            .toList();
    others.forEach(CompletableFuture::join);
    mails.forEach(Mailing::waitUntilSent);

    assertEquals(40, received(server, address).size());
  }

  @Test
  void whatADeadMailerHadClaimedIsSentWhenItsLeaseIsOver() throws Exception {
    UUID centre = Directory.healthCentre();
    UUID mail = posted(MailKind.CASE_SHARED, centre);
    waitUntil(() -> state(mail).equals("PARKED"));
    String address = leftClaimed(centre, mail);
    afterSeveralPolls();
    assertEquals(List.of(), received(server, address));

    change(mail, "next_attempt_at = now() - interval '1 second'");
    waitUntilSent(mail);

    assertEquals(1, received(server, address).size());
    assertEquals("<" + mail + "@hersys.test>", received(server, address).get(0).getMessageID());
    assertEquals("2", Mailing.column(mail, "attempts"));
  }

  // As a mailer leaves it that died between its claim and the dialogue.
  private static String leftClaimed(UUID centre, UUID mail) {
    change(
        mail,
        "state = 'WAITING', failure = null, attempts = 1, next_attempt_at = now() + interval '1 hour'");
    return addressOf(centre);
  }

  @Test
  void withoutAnAddressItIsParkedAndGoesOutOnceThereIsOne() {
    UUID centre = Directory.healthCentre();
    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntil(() -> state(mail).equals("PARKED"));
    assertEquals("NO_ADDRESS", Mailing.column(mail, "failure"));

    String address = addressOf(centre);
    waitUntilSent(mail);

    assertEquals(1, received(server, address).size());
  }

  @Test
  void whatIsOlderThanAWeekIsNotToldAfterwards() {
    UUID centre = Directory.healthCentre();
    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntil(() -> state(mail).equals("PARKED"));
    change(mail, "created_at = now() - interval '8 days'");

    addressOf(centre);
    afterSeveralPolls();

    assertEquals("PARKED", state(mail));
  }

  @Test
  void anAddressThatIsNoPlainMailboxIsParkedAndNeverSpoken() {
    UUID centre = Directory.healthCentre();
    setAddress(centre, "a,b@centre.test");

    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntil(() -> state(mail).equals("PARKED"));

    assertEquals("ADDRESS_UNUSABLE", Mailing.column(mail, "failure"));
    change(mail, "failure = 'NO_ADDRESS', created_at = now() - interval '8 days'");
  }

  @Test
  void anOrganisationsNameCannotAddHeaders() throws Exception {
    UUID centre =
        Directory.organisation("HEALTH_CENTRE", "架空\r\nBcc: evil@else.test\r\n\r\n𠮷野保健所", null);
    String address = addressOf(centre);

    waitUntilSent(posted(MailKind.HANDOVER_ACCEPTED, centre));

    MimeMessage message = received(server, address).get(0);
    assertEquals(1, message.getAllRecipients().length);
    assertEquals(0, received(server, "evil@else.test").size());
    assertTrue(message.getContent().toString().startsWith("架空 Bcc: evil@else.test 𠮷野保健所"));
  }

  @Test
  void whatWasSentLongAgoIsForgotten() {
    UUID centre = Directory.healthCentre();
    addressOf(centre);
    UUID old = posted(MailKind.CASE_SHARED, centre);
    UUID recent = posted(MailKind.CASE_SHARED, centre);
    waitUntilSent(old);
    waitUntilSent(recent);

    change(old, "created_at = now() - interval '91 days', sent_at = now() - interval '91 days'");
    change(recent, "created_at = now() - interval '91 days', sent_at = now() - interval '89 days'");
    waitUntil(() -> exists(old) == 0);
    afterSeveralPolls();

    assertEquals(1, exists(recent));
  }

  @Test
  void whatWasParkedLongAgoIsForgotten() {
    UUID centre = Directory.healthCentre();
    UUID old = posted(MailKind.CASE_SHARED, centre);
    UUID recent = posted(MailKind.CASE_SHARED, centre);
    waitUntil(() -> state(old).equals("PARKED") && state(recent).equals("PARKED"));

    change(recent, "created_at = now() - interval '89 days'");
    change(old, "created_at = now() - interval '91 days'");
    waitUntil(() -> exists(old) == 0);

    assertEquals(1, exists(recent));
  }

  private static int exists(UUID mail) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery("select count(*) from notification.mail where id = ?")
                    .bind(0, mail)
                    .mapTo(Integer.class)
                    .one());
  }

  private SendingMails anotherMailer() {
    return new SendingMails(database, outbox, writing, mailServer, settings, clock);
  }

  private static void sendAll(SendingMails mailer) {
    boolean more = true;
    while (more) {
      more = mailer.sendOn();
    }
  }

  /** Every text in the form that could tell something. */
  private static List<String> texts(String form) throws IOException {
    List<String> texts = new ArrayList<>();
    collect(new ObjectMapper().readTree(form), texts);
    assertTrue(texts.size() > 10);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    // Shorter ones, such as the prefecture's two digits, occur in any id.
    if (node.isTextual() && node.asText().length() > 3) {
      texts.add(node.asText());
    }
    node.forEach(child -> collect(child, texts));
  }
}
