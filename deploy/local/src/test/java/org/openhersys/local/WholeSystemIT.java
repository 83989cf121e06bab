package org.openhersys.local;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.MachineClient;
import org.openhersys.local.journey.SyntheticPatient;
import org.openhersys.local.mail.Mail;
import org.openhersys.local.sample.SampleDirectory;

/**
 * The packaged services, as a user starts them, through the end of its launcher and of its mail
 * server.
 */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Integer.MAX_VALUE) // It ends with the system's end.
class WholeSystemIT {
  private static final int NOTIFICATIONS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Where an acknowledged notification must stand, each exactly once: a condition on its receipt.
   */
  private static final Map<String, String> STANDS_IN =
      Map.of(
          "notification", "notification.notification where id = :id",
          "revision", "notification.revision where notification_id = :id",
          "course", "notification.course where id = :courseId and smartphone_entry_id = :entryId",
          "event", "notification.event where aggregate_id = :id",
          "key", "notification.idempotency_key where resource_id = :id",
          "access log",
              "audit.access_log where operation = 'notification.submit' and outcome = 'ALLOWED' and :id = any(subjects)",
          "mail", "notification.mail where kind = 'NOTIFICATION_RECEIVED' and subject_id = :id",
          "case", "tracking.case_file where course_id = :courseId",
          "custody", "tracking.custody_entry where course_id = :courseId",
          "feed",
              "tracking.change c join tracking.case_file f on f.id = c.case_id where f.course_id = :courseId");

  private final RunningSystem system;
  private final Random random = new Random(2);
  private final List<Notified> acknowledged = new ArrayList<>();
  private StoppableMailServer mailServer;

  /** A notification that was sent, and its receipt. */
  private record Notified(String key, Map<String, Object> form, JsonNode receipt) {}

  WholeSystemIT(RunningSystem system) {
    this.system = system;
  }

  @AfterAll
  void stopMailServer() {
    if (mailServer != null) {
      mailServer.stop();
    }
  }

  @Test
  @Order(1)
  void whatIsAcknowledgedStandsOnceEverywhereAndIsAnsweredAgainUnderItsKey() {
    MachineClient recordSystem = system.client("notification.write");
    recordSystem.requestToken();
    for (int i = 0; i < NOTIFICATIONS; i++) {
      acknowledged.add(notify(recordSystem));
    }
    system.awaitQuiet();

    acknowledged.forEach(notified -> assertSameReceipt(notified, recordSystem));
    acknowledged.forEach(this::assertStandsOnceEverywhere);
    assertListedOnce(acknowledged);
  }

  @Test
  @Order(2)
  void aKilledLauncherTakesEverythingWithItAlthoughAClientOfTheDatabaseStays()
      throws InterruptedException {
    Collection<ProcessHandle> children = system.launcher().children().values();
    assertEquals("1", system.superuser().value("select 1"));

    system.launcher().killItself();

    RunningLauncher.waitUntil(
        Duration.ofSeconds(60), () -> children.stream().noneMatch(RunningLauncher::runs));
    children.forEach(child -> assertFalse(RunningLauncher.runs(child)));
    assertFalse(
        Files.exists(system.directory().resolve("data/postgres/postmaster.pid")),
        "the database was not shut down but killed");
  }

  @Test
  @Order(3)
  void theNextStartKeepsTheData() {
    mailServer = system.mailServer();
    system.startAgain(mailServer);

    assertListedOnce(acknowledged);
  }

  @Test
  @Order(4)
  void whileTheMailServerIsStoppedNotificationsAreTakenAndTheirMailsArriveOnceAfterwards() {
    system.awaitQuiet();
    MachineClient recordSystem = system.client("notification.write");
    recordSystem.requestToken();
    List<Notified> entries = new ArrayList<>();

    mailServer.stop();
    for (int i = 0; i < NOTIFICATIONS; i++) {
      entries.add(notify(recordSystem));
    }
    RunningLauncher.waitUntil(PATIENCE, () -> waitingMails(entries, "failure is not null") > 0);
    assertTrue(waitingMails(entries, "failure is not null") > 0, "the mailer did not try");
    assertEquals(entries.size(), waitingMails(entries, "attempts <= 1"));
    mailServer.start();
    system.awaitQuiet();

    entries.forEach(this::assertStandsOnceEverywhere);
    List<Mail> received = mailServer.received();
    entries.forEach(entry -> assertToldOnce(entry, received));
    assertEquals(received.size(), received.stream().map(Mail::messageId).distinct().count());
  }

  @Test
  @Order(5)
  void anInterruptLeavesNoProcess() throws InterruptedException {
    Collection<ProcessHandle> children = system.launcher().children().values();

    system.launcher().interrupt();

    assertFalse(system.launcher().isRunning());
    children.forEach(child -> assertFalse(RunningLauncher.runs(child)));
  }

  /** Mails that tell of these notifications and are still to be sent. */
  private int waitingMails(List<Notified> entries, String condition) {
    String ids = entries.stream().map(entry -> uuid(entry, "id")).collect(joining(", "));
    return Integer.parseInt(
        system
            .superuser()
            .value(
                "select count(*) from notification.mail where state = 'WAITING' and subject_id in ("
                    + ids
                    + ") and "
                    + condition));
  }

  /** By one mail, in which nothing stands of the person or the form. */
  private static void assertToldOnce(Notified entry, List<Mail> received) {
    List<String> telling =
        received.stream()
            .map(mail -> mail.to() + "\n" + mail.subject() + "\n" + mail.text())
            .filter(mail -> mail.contains(entryId(entry)))
            .toList();
    assertEquals(1, telling.size(), () -> entryId(entry) + ": " + telling);
    texts(JSON.valueToTree(entry.form()))
        .forEach(text -> assertFalse(telling.get(0).contains(text), telling::toString));
  }

  /** Every text of a form that is not a code. */
  private static List<String> texts(JsonNode form) {
    List<String> texts = new ArrayList<>();
    if (form.isTextual() && !form.textValue().matches("[A-Z_]+")) {
      texts.add(form.textValue());
    }
    form.forEach(member -> texts.addAll(texts(member)));
    return texts;
  }

  private Notified notify(MachineClient recordSystem) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    Map<String, Object> form =
        SyntheticPatient.in(SampleDirectory.MUNICIPALITY_OF_RESIDENCE, random).confirmedOn(today);
    String key = UUID.randomUUID().toString();
    Exchange receipt = recordSystem.submit(form, key);
    assertEquals(201, receipt.status(), receipt.body());
    return new Notified(key, form, receipt.json());
  }

  private static void assertSameReceipt(Notified entry, MachineClient recordSystem) {
    Exchange again = recordSystem.submit(entry.form(), entry.key());
    assertEquals(201, again.status(), again.body());
    assertEquals(entry.receipt(), again.json());
  }

  private void assertStandsOnceEverywhere(Notified entry) {
    STANDS_IN.forEach(
        (what, where) ->
            assertEquals(
                "1",
                system
                    .superuser()
                    .value(
                        "select count(*) from "
                            + where
                                .replace(":id", uuid(entry, "id"))
                                .replace(":courseId", uuid(entry, "courseId"))
                                .replace(":entryId", "'" + entryId(entry) + "'")),
                what + " of " + entry.receipt()));
  }

  private static String uuid(Notified entry, String member) {
    return "'" + entry.receipt().path(member).asText() + "'::uuid";
  }

  private static String entryId(Notified entry) {
    return entry.receipt().path("smartphoneEntryId").asText();
  }

  private void assertListedOnce(List<Notified> entries) {
    List<String> listed = listed();
    entries.forEach(entry -> assertEquals(1, Collections.frequency(listed, entryId(entry))));
  }

  /** The smartphone entry ids of all cases of the receiving centre, page by page. */
  private List<String> listed() {
    MachineClient centreSystem = system.client("case.read");
    centreSystem.requestToken();
    List<String> entryIds = new ArrayList<>();
    JsonNode page = null;
    do {
      String cursor = page == null ? "" : "&cursor=" + page.path("next").asText();
      Exchange answer = centreSystem.get("/api/v1/cases?sort=oldest&limit=20" + cursor);
      assertEquals(200, answer.status(), answer.body());
      page = answer.json();
      page.path("items").forEach(item -> entryIds.add(item.path("smartphoneEntryId").asText()));
    } while (page.has("next"));
    return entryIds;
  }
}
