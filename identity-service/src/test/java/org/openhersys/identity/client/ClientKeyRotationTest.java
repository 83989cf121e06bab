package org.openhersys.identity.client;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.atOnce;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.IdentityService.logged;
import static org.openhersys.identity.client.ClientRequests.CLIENTS;
import static org.openhersys.identity.client.ClientRequests.jwks;
import static org.openhersys.identity.client.ClientRequests.registered;
import static org.openhersys.identity.client.ClientRequests.rotate;
import static org.openhersys.identity.client.ClientRequests.tag;

import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** 公開鍵の更新. */
@QuarkusTest
class ClientKeyRotationTest {
  private static final RSAKey OLD = Machine.rsaKey("mihon-2025");
  private static final RSAKey NEW = Machine.rsaKey("mihon-2026");

  @Inject People people;

  private Person manager;
  private String token;
  private UUID client;
  private Machine withOldKey;
  private Machine withNewKey;

  @BeforeEach
  void aClientWithTheOldKey() {
    UUID centre = Directory.healthCentre();
    manager = people.withRole(centre, Role.HEALTH_CENTRE_MANAGER);
    token = manager.token();
    client = registered(token, centre, jwks(OLD), "case.read");
    withOldKey = new Machine(client, centre, OLD, null);
    withNewKey = new Machine(client, centre, NEW, null);
  }

  @Test
  void oldAndNewKeysOverlapAndARemovedOneIsRefusedAtOnce() {
    asks(withNewKey).then().statusCode(401);

    rotate(token, client, tag(token, client), jwks(OLD, NEW)).then().statusCode(200);
    asks(withOldKey).then().statusCode(200);
    asks(withNewKey).then().statusCode(200);

    rotate(token, client, tag(token, client), jwks(NEW))
        .then()
        .statusCode(200)
        .header("ETag", "\"client-3\"")
        .body("jwks.keys.kid", equalTo(List.of("mihon-2026")));
    asks(withOldKey).then().statusCode(401).body("error", equalTo("invalid_client"));
    asks(withNewKey).then().statusCode(200);
  }

  @Test
  void anotherKeyUnderTheSameNameIsAnotherKey() {
    RSAKey replaced = Machine.rsaKey(OLD.getKeyID());

    rotate(token, client, tag(token, client), jwks(replaced)).then().statusCode(200);

    asks(withOldKey).then().statusCode(401);
  }

  @Test
  void tokensThatTheClientHoldsStayGood() {
    String held = withOldKey.token();

    rotate(token, client, tag(token, client), jwks(NEW)).then().statusCode(200);

    bearing(held).get("/api/v1/organisations").then().statusCode(200);
  }

  @Test
  void theRulesOfKeysHold() {
    rotate(token, client, tag(token, client), "{\"keys\": []}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/jwks/keys")));
    asks(withOldKey).then().statusCode(200);
  }

  @Test
  void aRotationNeedsTheTagOfThePresentKeys() {
    String stale = tag(token, client);
    rotate(token, client, stale, jwks(OLD, NEW)).then().statusCode(200);

    rotate(token, client, stale, jwks(NEW))
        .then()
        .statusCode(412)
        .body("current", equalTo("\"client-2\""))
        .body("changedBy", startsWith("架空保健所"))
        .body("differences", equalTo(List.of("/jwks")));
    bearing(token)
        .contentType("application/json")
        .body("{\"jwks\": " + jwks(NEW) + "}")
        .put(CLIENTS + "/" + client + "/keys")
        .then()
        .statusCode(428);
  }

  @Test
  void ofManyRotationsFromOneTagOneCounts() {
    String seen = tag(token, client);

    List<Integer> statuses =
        atOnce(5, () -> rotate(token, client, seen, jwks(NEW))).stream()
            .map(Response::statusCode)
            .toList();

    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
    assertEquals(4, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update identity.client set jwks = '{\"keys\": []}' where id = ?",
        "update identity.client set active = false where id = ?"
      })
  void aTokenThatIsOnItsWayMeanwhileIsNotIssued(String change) throws Exception {
    String assertion = withOldKey.assertion(withOldKey.claims().build());

    try (Handle other = HersysDatabase.owner().open()) {
      other.begin();
      other.execute(change, client);
      CompletableFuture<Response> answer =
          CompletableFuture.supplyAsync(() -> Machine.asks(assertion));
      awaitThatItWaits(answer);
      other.commit();

      answer.get().then().statusCode(401).body("error", equalTo("invalid_client"));
    }
  }

  @Test
  void rotatingAndItsRefusalStandInTheAccessLog() {
    rotate(token, client, "\"client-1\"", jwks(NEW)).then().statusCode(200);
    rotate(token, client, "\"client-1\"", jwks(OLD)).then().statusCode(412);

    assertEquals(
        List.of("session.begin", "client.register", "client.rotate-keys", "client.rotate-keys"),
        logged(manager.id()));
  }

  private static void awaitThatItWaits(CompletableFuture<Response> answer) {
    HersysDatabase.owner()
        .useHandle(
            handle -> {
              while (!answer.isDone()
                  && handle
                          .createQuery(
                              """
                          select count(*) from pg_stat_activity
                          where usename = 'hersys_identity' and wait_event_type = 'Lock' and query like '%for share of c%'
                          """)
                          .mapTo(Integer.class)
                          .one()
                      == 0) {
                Thread.onSpinWait();
              }
            });
  }

  private static Response asks(Machine machine) {
    return Machine.asks(machine.assertion(machine.claims().build()));
  }
}
