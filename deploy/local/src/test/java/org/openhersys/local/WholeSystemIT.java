package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Http;
import org.openhersys.local.journey.MachineClient;
import org.openhersys.local.journey.SyntheticPatient;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.SampleDirectory;

/** The packaged services, as a user starts them, through the journey and through kills. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSystemIT {
  private static final int NOTIFICATIONS = 50;
  private static final Map<Integer, String> KILLED_AFTER =
      Map.of(
          10, "case-tracking-service",
          20, "postgres",
          30, "notification-service",
          40, "identity-service");

  @TempDir static Path directory;
  private final Ports ports = Ports.free();
  private final Random random = new Random(2);
  private RunningLauncher launcher;

  @BeforeAll
  void start() {
    launcher = RunningLauncher.start(directory.resolve("data"), ports);
  }

  @AfterAll
  void stop() throws InterruptedException {
    launcher.interrupt();
  }

  @Test
  @Order(1)
  void theJourneyIsWalked() {
    assertWalked();
  }

  @Test
  @Order(2)
  void whateverIsKilledWhatWasAcknowledgedIsThereOnce() {
    Credentials credentials =
        Credentials.read(directory.resolve("data/credentials.json")).orElseThrow();
    Http http = new Http(launcher.baseUrl());
    MachineClient recordSystem = client(http, credentials, "notification.write");
    MachineClient centreSystem = client(http, credentials, "case.read");

    List<String> acknowledged = new ArrayList<>();
    for (int i = 1; i <= NOTIFICATIONS; i++) {
      acknowledged.add(acknowledge(recordSystem));
      if (KILLED_AFTER.containsKey(i)) {
        launcher.awaitReady();
        recordSystem.requestToken();
        killSoon(KILLED_AFTER.get(i));
      }
    }
    launcher.awaitReady();
    centreSystem.requestToken();
    RunningLauncher.waitUntil(
        Duration.ofSeconds(60), () -> listed(centreSystem).containsAll(acknowledged));

    List<String> listed = listed(centreSystem);
    acknowledged.forEach(entryId -> assertEquals(1, Collections.frequency(listed, entryId)));
    assertEquals(acknowledged.size(), acknowledged.stream().distinct().count());
  }

  @Test
  @Order(3)
  void aKilledLauncherTakesEverythingWithIt() throws InterruptedException {
    Collection<ProcessHandle> children = launcher.children().values();

    launcher.killItself();

    RunningLauncher.waitUntil(
        Duration.ofSeconds(60), () -> children.stream().noneMatch(RunningLauncher::runs));
    children.forEach(child -> assertFalse(RunningLauncher.runs(child)));
  }

  @Test
  @Order(4)
  void theNextStartKeepsTheDataAndAnInterruptLeavesNoProcess() throws InterruptedException {
    launcher = RunningLauncher.start(directory.resolve("data"), ports);
    assertWalked();
    Credentials credentials =
        Credentials.read(directory.resolve("data/credentials.json")).orElseThrow();
    MachineClient centreSystem = client(new Http(launcher.baseUrl()), credentials, "case.read");
    assertEquals(NOTIFICATIONS + 2, listed(centreSystem).size());
    Collection<ProcessHandle> children = launcher.children().values();

    launcher.interrupt();

    assertFalse(launcher.isRunning());
    children.forEach(child -> assertFalse(RunningLauncher.runs(child)));
  }

  private void assertWalked() {
    assertTrue(launcher.isRunning(), launcher.output());
    assertFalse(launcher.output().contains("The walk ended early"), launcher.output());
  }

  /** Kills while the next notifications are under way. */
  private void killSoon(String process) {
    int milliseconds = random.nextInt(300);
    CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS)
        .execute(() -> launcher.kill(process));
  }

  /** Sends a notification until it is acknowledged, always under the same key. */
  private String acknowledge(MachineClient recordSystem) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    Map<String, Object> form =
        SyntheticPatient.in(SampleDirectory.MUNICIPALITY_OF_RESIDENCE, random).confirmedOn(today);
    Exchange receipt = recordSystem.submit(form, UUID.randomUUID().toString());
    assertEquals(201, receipt.status(), receipt.body());
    return receipt.text("/smartphoneEntryId");
  }

  private static MachineClient client(Http http, Credentials credentials, String scope) {
    MachineClient client =
        new MachineClient(http, credentials.clientWith(scope), Clock.systemUTC());
    client.requestToken();
    return client;
  }

  /** The smartphone entry ids of all cases, page by page. */
  private static List<String> listed(MachineClient centreSystem) {
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
