package org.openhersys.notification.mail;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.mail.Mailing.change;
import static org.openhersys.notification.mail.Mailing.posted;
import static org.openhersys.notification.mail.Mailing.state;
import static org.openhersys.notification.mail.Mailing.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;

@QuarkusTest
class MailListTest {
  private static final String PATH = "/api/v1/mails";

  private final UUID centre = Directory.healthCentre();
  private final Login manager = Directory.person(centre, Role.HEALTH_CENTRE_MANAGER);
  private final Login administrator =
      Directory.person(
          Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR);

  @Test
  void aManagerSeesTheOwnOrganisationsMailsNewestFirst() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      newestFirst.add(parked().toString());
    }
    change(UUID.fromString(newestFirst.get(2)), "state = 'SENT', sent_at = now(), failure = null");
    Collections.reverse(newestFirst);
    UUID foreign = posted(MailKind.CASE_SHARED, Directory.healthCentre());

    assertEquals(newestFirst, pages(manager, "?limit=2"));
    assertEquals(newestFirst, pages(manager, "?limit=1"));
    Notifying.as(manager)
        .get(PATH + "?state=SENT")
        .then()
        .body("items.id", contains(newestFirst.get(2)))
        .body("items[0].sentAt", notNullValue())
        .body("items[0].nextAttemptAt", nullValue());
    Notifying.as(manager).get(PATH).then().body("items.id", not(hasItem(foreign.toString())));
  }

  @Test
  void anAdministratorSeesThoseOfAllOrganisations() {
    UUID mine = parked();
    UUID other = posted(MailKind.HANDOVER_DECLINED, Directory.healthCentre());

    Notifying.as(administrator)
        .get(PATH + "?limit=2")
        .then()
        .body("items.id", contains(other.toString(), mine.toString()))
        .body("items[1].recipient.id", equalTo(centre.toString()))
        .body("items[1].kind", equalTo("HANDOVER_REQUESTED"))
        .body("items[1].failure", equalTo("NO_ADDRESS"));
  }

  @Test
  void unknownStatesAndForeignCursorsAreRefused() {
    parked();
    parked();
    String cursor = Notifying.as(manager).get(PATH + "?limit=1").path("next");

    Notifying.as(manager).get(PATH + "?state=LOST").then().statusCode(422);
    Notifying.as(manager).get(PATH + "?limit=501").then().statusCode(422);
    Notifying.as(administrator).get(PATH + "?cursor=" + cursor).then().statusCode(400);
    Notifying.as(manager).get(PATH + "?state=SENT&cursor=" + cursor).then().statusCode(400);
    Notifying.as(manager).get(PATH + "?cursor=" + cursor + "x").then().statusCode(400);
  }

  @Test
  void onlyAParkedMailIsRetried() {
    UUID mail = parked();
    change(mail, "state = 'SENT', failure = null, sent_at = now()");

    Notifying.as(manager)
        .post(PATH + "/" + mail + "/retry")
        .then()
        .statusCode(409)
        .body("errors[0].code", equalTo("MAIL_NOT_PARKED"));
    assertEquals("SENT", state(mail));
  }

  @Test
  void ofSeveralRetriesAtOnceOneSucceeds() {
    UUID mail = parked();
    change(mail, "failure = '550', created_at = now() - interval '8 days'");

    List<CompletableFuture<Integer>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Notifying.as(manager).post(PATH + "/" + mail + "/retry").statusCode()))
            .limit(2)
            .toList();

    // The mailer may park it again between the two, for want of an address.
    assertEquals(true, answers.stream().anyMatch(answer -> answer.join() == 200));
    waitUntil(() -> "NO_ADDRESS".equals(Mailing.column(mail, "failure")));
  }

  @Test
  void listAndRetryStandInTheAccessLog() {
    UUID mail = parked();

    Notifying.as(manager).get(PATH).then().statusCode(200);
    Notifying.as(manager).post(PATH + "/" + mail + "/retry").then().statusCode(200);

    assertEquals(1, logged("mail.list", "ALLOWED", mail));
    assertEquals(1, logged("mail.retry", "ALLOWED", mail));
  }

  private int logged(String operation, String outcome, UUID subject) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select count(*) from audit.access_log
                        where principal_id = ? and operation = ? and outcome = ? and ? = any(subjects)
                        """)
                    .bind(0, manager.principal())
                    .bind(1, operation)
                    .bind(2, outcome)
                    .bind(3, subject)
                    .mapTo(Integer.class)
                    .one());
  }

  private UUID parked() {
    UUID mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntil(() -> state(mail).equals("PARKED"));
    return mail;
  }

  private static List<String> pages(Login caller, String query) {
    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      JsonPath page =
          Notifying.as(caller)
              .get(PATH + query + (next == null ? "" : "&cursor=" + next))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id"));
      next = page.getString("next");
    } while (next != null);
    return ids;
  }
}
