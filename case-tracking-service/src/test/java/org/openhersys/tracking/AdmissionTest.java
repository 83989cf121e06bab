package org.openhersys.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openhersys.api.admission.Admission;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** In a real service, too, whatever is at work has a place, and leaves it with the answer. */
@QuarkusTest
class AdmissionTest {
  @TestHTTPResource("/api/v1/cases")
  URI cases;

  @Inject Admission admission;

  private final HttpClient client = HttpClient.newHttpClient();
  private final UUID centre = Directory.healthCentre();
  private final Login staff = staffOf(centre);

  @Test
  void looksListsAndChangesTakeAPlaceUntilTheyAreAnswered() {
    UUID theCase = caseAt(centre);
    waitUntil(() -> admission.inHand() == 0);
    List<CompletableFuture<Integer>> requests;
    try (Handle blocker = HersysDatabase.owner().open()) {
      blocker.begin();
      blocker.execute("lock table identity.session in access exclusive mode");

      requests =
          Stream.of(
                  request("?limit=1"),
                  request("/" + theCase),
                  request("/" + theCase + "/status")
                      .header("Content-Type", "application/json")
                      .header("If-Match", "\"none\"")
                      .PUT(BodyPublishers.ofString("{\"status\": \"HOME_CARE\"}")))
              .map(request -> client.sendAsync(request.build(), BodyHandlers.discarding()))
              .map(answer -> answer.thenApply(told -> told.statusCode()))
              .toList();

      waitUntil(() -> admission.inHand() == 3);
      blocker.rollback();
    }
    assertEquals(List.of(200, 200, 412), requests.stream().map(CompletableFuture::join).toList());
    waitUntil(() -> admission.inHand() == 0);
  }

  @Test
  void whoGoesAwayKeepsItsPlaceUntilWhatWasBegunForItIsOver() throws IOException {
    waitUntil(() -> admission.inHand() == 0);
    try (Handle blocker = HersysDatabase.owner().open()) {
      blocker.begin();
      blocker.execute("lock table identity.session in access exclusive mode");
      try (Socket impatient = new Socket(cases.getHost(), cases.getPort())) {
        impatient
            .getOutputStream()
            .write(
                "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n\r\n"
                    .formatted(cases.getPath(), staff.bearer())
                    .getBytes(StandardCharsets.US_ASCII));
        waitUntil(() -> waitsForTheLock(blocker));
      }

      // Somebody who comes later was answered: by then the service knows that the first has gone.
      for (int i = 0; i < 3; i++) {
        assertEquals(
            401,
            client
                .sendAsync(HttpRequest.newBuilder(cases).build(), BodyHandlers.discarding())
                .join()
                .statusCode());
      }
      waitUntil(() -> admission.inHand() <= 1);
      assertEquals(1, admission.inHand());
      blocker.rollback();
    }
    waitUntil(() -> admission.inHand() == 0);
  }

  private static boolean waitsForTheLock(Handle handle) {
    return handle
        .createQuery("select exists (select from pg_locks where not granted)")
        .mapTo(Boolean.class)
        .one();
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(cases + target))
        .header("Authorization", staff.bearer());
  }
}
