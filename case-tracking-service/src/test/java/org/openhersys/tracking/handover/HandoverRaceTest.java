package org.openhersys.tracking.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/** What happens at once ends as if it had happened one after the other. */
@QuarkusTest
class HandoverRaceTest {
  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private UUID caseId;
  private UUID handover;
  private String handoverTag;
  private String statusTag;

  @BeforeEach
  void aRequestedHandover() {
    caseId = caseAt(giver.organisation());
    handover = requested(caseId, giver, taker.organisation());
    handoverTag = as(taker).get("/api/v1/handovers/" + handover).header("ETag");
    statusTag = as(giver).get("/api/v1/cases/" + caseId + "/status").header("ETag");
  }

  @RepeatedTest(3)
  void ofTwoAcceptancesOneHolds() {
    Login colleague = staffOf(taker.organisation());

    Set<Integer> answers = differentAnswers(() -> accept(taker), () -> accept(colleague));

    assertEquals(Set.of(200, 409), answers);
    assertEquals(
        1,
        number(
            "select count(*) from tracking.custody_entry where case_id = ? and custody_right = 'WRITE'"));
  }

  @RepeatedTest(3)
  void ofTwoRequestsOneHolds() {
    UUID other = caseAt(giver.organisation());
    Supplier<Integer> request =
        () ->
            as(giver)
                .contentType("application/json")
                .body(
                    """
                    {"caseId": "%s", "toOrganisationId": "%s", "reason": "架空"}
                    """
                        .formatted(other, taker.organisation()))
                .post("/api/v1/handovers")
                .statusCode();

    assertEquals(Set.of(201, 409), differentAnswers(request, request));
  }

  @Test
  void aStatusChangeThatWaitsForAnAcceptanceIsRefusedAfterIt() {
    CompletableFuture<Integer> change;
    try (Handle acceptance = taker.entered("hersys_tracking")) {
      acceptance
          .select(
              "select tracking.accept_handover(?, 1, null, now() + interval '30 days')", handover)
          .mapTo(String.class)
          .one();
      change = CompletableFuture.supplyAsync(() -> change(giver));
      waitUntil(() -> HersysDatabase.isWaiting("hersys_tracking"));
      acceptance.commit();
    }

    assertEquals(403, change.join());
    assertEquals(1, number("select count(*) from tracking.status_entry where case_id = ?"));
  }

  @Test
  void anAcceptanceThatWaitsForAStatusChangeHoldsAfterIt() {
    CompletableFuture<Integer> acceptance;
    try (Handle change = giver.entered("hersys_tracking")) {
      change
          .select("select 1 from tracking.case_file where id = ? for update", caseId)
          .mapTo(Integer.class)
          .one();
      acceptance = CompletableFuture.supplyAsync(() -> accept(taker));
      waitUntil(() -> HersysDatabase.isWaiting("hersys_tracking"));
      change.commit();
    }

    assertEquals(200, acceptance.join());
  }

  @RepeatedTest(5)
  void noStatusIsEverSetByACentreThatIsNoLongerResponsible() {
    List<Integer> answers = atOnce(() -> change(giver), () -> accept(taker));

    assertEquals(200, answers.get(1));
    assertTrue(Set.of(200, 403).contains(answers.get(0)), "answers " + answers);
    assertEquals(
        answers.get(0) == 200 ? 2 : 1,
        number("select count(*) from tracking.status_entry where case_id = ?"));
    // What the giver changed was before the acceptance, else the taker would have been told of it
    // too.
    assertEquals(
        1,
        number(
            """
            select count(*) from tracking.change c join tracking.case_file f on f.id = c.case_id
            where f.id = ? and c.organisation_id = f.responsible_organisation_id
            """));
  }

  private int accept(Login login) {
    return as(login)
        .header("If-Match", handoverTag)
        .post("/api/v1/handovers/" + handover + "/acceptance")
        .statusCode();
  }

  private int change(Login login) {
    return as(login)
        .header("If-Match", statusTag)
        .contentType("application/json")
        .body("{\"status\": \"HOSPITALISED\"}")
        .put("/api/v1/cases/" + caseId + "/status")
        .statusCode();
  }

  private int number(String sql) {
    return HersysDatabase.owner().withHandle(h -> h.select(sql, caseId).mapTo(Integer.class).one());
  }

  private static List<Integer> atOnce(Supplier<Integer> one, Supplier<Integer> other) {
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(one);
    CompletableFuture<Integer> second = CompletableFuture.supplyAsync(other);
    return List.of(first.join(), second.join());
  }

  private static Set<Integer> differentAnswers(Supplier<Integer> one, Supplier<Integer> other) {
    return new HashSet<>(atOnce(one, other));
  }
}
