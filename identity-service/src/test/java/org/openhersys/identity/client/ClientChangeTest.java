package org.openhersys.identity.client;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.IdentityService.logged;
import static org.openhersys.identity.client.ClientRequests.CLIENTS;
import static org.openhersys.identity.client.ClientRequests.change;
import static org.openhersys.identity.client.ClientRequests.jwks;
import static org.openhersys.identity.client.ClientRequests.registered;

import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** システム間連携クライアントの変更. */
@QuarkusTest
class ClientChangeTest {
  private static final RSAKey KEY = Machine.rsaKey("mihon-rsa");
  private static final String FIRST = "\"client-1\"";
  private static final String SECOND = "\"client-2\"";

  @Inject People people;

  private Person manager;
  private String token;
  private UUID client;
  private Machine machine;

  @BeforeEach
  void aClient() {
    UUID institution = Directory.institution(null);
    manager = people.withRole(institution, Role.INSTITUTION_MANAGER);
    token = manager.token();
    client = registered(token, institution, jwks(KEY), "notification.read");
    machine = new Machine(client, institution, KEY, null);
  }

  @Test
  void deactivatingRevokesItsTokensAtOnceAndGivesNoneAnymore() {
    String held = machine.token();
    bearing(held).get("/api/v1/organisations").then().statusCode(200);

    change(token, client, FIRST, "{\"active\": false}")
        .then()
        .statusCode(200)
        .body("active", equalTo(false))
        .body("name", equalTo("見本電子カルテ"));

    bearing(held).get("/api/v1/organisations").then().statusCode(401);
    Machine.asks(machine.assertion(machine.claims().build())).then().statusCode(401);
  }

  @Test
  void aRevokedTokenStaysRevokedWhenTheClientIsReactivated() {
    String held = machine.token();
    change(token, client, FIRST, "{\"active\": false}").then().statusCode(200);

    change(token, client, SECOND, "{\"active\": true}").then().statusCode(200);

    bearing(held).get("/api/v1/organisations").then().statusCode(401);
    machine.token();
  }

  @Test
  void othersOfTheSameInstitutionGoOn() {
    Machine other = Machine.of(machine.organisation(), "notification.read");
    String held = other.token();

    change(token, client, FIRST, "{\"active\": false}").then().statusCode(200);

    bearing(held).get("/api/v1/organisations").then().statusCode(200);
  }

  @Test
  void whatAMergePatchLeavesOutStays() {
    change(token, client, FIRST, "{\"name\": \"見本電子カルテ二\"}")
        .then()
        .statusCode(200)
        .header("ETag", SECOND)
        .body("name", equalTo("見本電子カルテ二"))
        .body("active", equalTo(true))
        .body("jwks.keys.size()", equalTo(1));
    bearing(token)
        .header("If-Match", SECOND)
        .contentType("application/merge-patch+json")
        .body("{}")
        .patch(CLIENTS + "/" + client)
        .then()
        .statusCode(200)
        .body("name", equalTo("見本電子カルテ二"));
  }

  @Test
  void nothingIsTakenAway() {
    change(token, client, FIRST, "{\"name\": null, \"active\": null}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/name", "/active")));
    change(token, client, FIRST, "{\"name\": \"" + "見".repeat(101) + "\"}")
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("TEXT_TOO_LONG")));
  }

  @Test
  void nothingElseIsChanged() {
    for (String patch :
        List.of(
            "{\"scopes\": [\"case.read\"]}",
            "{\"jwks\": {}}",
            "{\"scopes\": null}",
            "{\"active\": \"no\"}",
            "[]",
            "7")) {
      change(token, client, FIRST, patch).then().statusCode(400);
    }
  }

  @Test
  void aChangeNeedsTheTagOfThePresentState() {
    change(token, client, FIRST, "{\"name\": \"見本一\"}").then().statusCode(200);

    change(token, client, FIRST, "{\"name\": \"見本二\"}")
        .then()
        .statusCode(412)
        .body("current", equalTo(SECOND))
        .body("changedBy", startsWith("架空病院"))
        .body("differences", equalTo(List.of("/name")));
    bearing(token)
        .contentType("application/json")
        .body("{}")
        .patch(CLIENTS + "/" + client)
        .then()
        .statusCode(428);
  }

  @Test
  void whatWasDoneStandsInTheAccessLog() {
    change(token, client, FIRST, "{\"name\": \"見本一\"}").then().statusCode(200);
    change(token, client, SECOND, "{\"active\": false}").then().statusCode(200);
    change(token, client, "\"client-3\"", "{\"active\": true}").then().statusCode(200);

    assertEquals(
        List.of(
            "session.begin",
            "client.register",
            "client.change",
            "client.deactivate",
            "client.activate"),
        logged(manager.id()));
  }
}
