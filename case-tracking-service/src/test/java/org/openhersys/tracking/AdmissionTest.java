package org.openhersys.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(cases + target))
        .header("Authorization", staff.bearer());
  }
}
