package org.openhersys.identity.client;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.identity.IdentityService.atOnce;
import static org.openhersys.identity.IdentityService.bearing;
import static org.openhersys.identity.IdentityService.logged;
import static org.openhersys.identity.client.ClientRequests.CLIENTS;
import static org.openhersys.identity.client.ClientRequests.jwks;
import static org.openhersys.identity.client.ClientRequests.register;
import static org.openhersys.identity.client.ClientRequests.registered;
import static org.openhersys.identity.client.ClientRequests.registration;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.LogCapture;
import org.openhersys.identity.IdentitySettings;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** システム間連携クライアントの登録. */
@QuarkusTest
class ClientRegistrationTest {
  private static final RSAKey RSA = Machine.rsaKey("mihon-rsa");
  private static final ECKey EC = Machine.ecKey("mihon-ec");

  @Inject People people;

  private UUID institution;
  private Person manager;
  private String token;

  @BeforeEach
  void anInstitutionWithItsManager() {
    institution = Directory.institution(null);
    manager = people.withRole(institution, Role.INSTITUTION_MANAGER);
    token = manager.token();
  }

  @Test
  void aRegisteredClientGetsATokenWithAnRs384AndWithAnEs384Assertion() {
    UUID id = registered(token, institution, jwks(RSA, EC), "notification.write");
    Machine machine = new Machine(id, institution, RSA, EC);

    Machine.asks(machine.assertion(machine.claims().build()))
        .then()
        .statusCode(200)
        .body("scope", equalTo("notification.write"));
    Machine.asks(
            Machine.signed(
                machine.claims().build(),
                Machine.header(JWSAlgorithm.ES384, EC.getKeyID()),
                Machine.signer(EC)))
        .then()
        .statusCode(200);
  }

  @Test
  void theAnswerIsTheClientWithItsPlaceAndTag() {
    Response made = register(token, registration(institution, jwks(RSA), "notification.write"));

    made.then()
        .statusCode(201)
        .header("Location", CLIENTS + "/" + made.path("id"))
        .header("ETag", "\"client-1\"")
        .body("organisation.id", equalTo(institution.toString()))
        .body("name", equalTo("見本電子カルテ"))
        .body("scopes", equalTo(List.of("notification.write")))
        .body("active", equalTo(true))
        .body("tokenUrlAudience", equalTo(false))
        .body("createdBy", equalTo(manager.id().toString()))
        .body("jwks.keys.size()", equalTo(1))
        .body("jwks.keys[0].kid", equalTo("mihon-rsa"))
        .body("jwks.keys[0].n", equalTo(RSA.getModulus().toString()));
    bearing(token).get(made.header("Location")).then().statusCode(200);
  }

  @Test
  void aClientMayBeRegisteredForTheTokenUrlAsAudience() {
    String body =
        registration(institution, jwks(RSA), "notification.write")
            .replaceFirst("\\{", "{\"tokenUrlAudience\": true, ");
    UUID id = UUID.fromString(register(token, body).then().statusCode(201).extract().path("id"));
    Machine machine = new Machine(id, institution, RSA, EC);

    Machine.asks(
            machine.assertion(
                machine.claims().audience(IdentitySettings.ISSUER + "/oauth2/token").build()))
        .then()
        .statusCode(200);
  }

  @Test
  void aPrivateKeyIsRefusedAndAppearsNowhere() {
    String whole = new JWKSet(List.of(RSA, EC)).toString(false);
    Set<String> secrets =
        Set.of(
            RSA.getPrivateExponent().toString(),
            RSA.getFirstPrimeFactor().toString(),
            EC.getD().toString());

    Response answer;
    String log;
    try (LogCapture capture = new LogCapture()) {
      answer = register(token, registration(institution, whole, "notification.write"));
      log = capture.text();
    }

    answer
        .then()
        .statusCode(422)
        .body(
            "errors.findAll { it.code == 'PRIVATE_KEY' }.pointer.toSet()",
            equalTo(
                Set.of(
                    "/jwks/keys/0/d",
                    "/jwks/keys/0/p",
                    "/jwks/keys/0/q",
                    "/jwks/keys/0/dp",
                    "/jwks/keys/0/dq",
                    "/jwks/keys/0/qi",
                    "/jwks/keys/1/d")));
    for (String secret : secrets) {
      assertFalse(answer.asString().contains(secret));
      assertFalse(
          log.contains(secret),
          () -> log.lines().filter(line -> line.contains(secret)).toList().toString());
    }
    assertEquals(List.of("session.begin"), logged(manager.id()));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    register(
            token,
            """
            {"organisationId": "%s", "name": " ", "scopes": ["notification.write", "case.read", "mihon", "notification.write"],
             "jwks": {"keys": [{"kty": "RSA", "n": "AQAB", "e": "Ag"}]}}
            """
                .formatted(institution))
        .then()
        .statusCode(422)
        .body(
            "errors.pointer.toSet()",
            equalTo(
                Set.of(
                    "/name",
                    "/scopes",
                    "/scopes/1",
                    "/scopes/2",
                    "/jwks/keys/0/kid",
                    "/jwks/keys/0/n",
                    "/jwks/keys/0/e")));
  }

  @Test
  void everyMemberButTheAudienceIsNeeded() {
    register(token, "{}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/organisationId", "/name", "/scopes", "/jwks")));
  }

  @Test
  void anUnknownMemberOrOneThatStandsTwiceIsNotRead() {
    String body = registration(institution, jwks(RSA), "notification.write");

    register(token, body.replace("\"name\"", "\"label\"")).then().statusCode(400);
    register(token, body.replace("\"e\":", "\"e\": \"AQAB\", \"e\":")).then().statusCode(400);
    register(token, body.replace("見本電子カルテ", "nul\\u0000"))
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/name")));
  }

  @Test
  void aScopeThatDoesNotFitTheKindOfOrganisationIsRefused() {
    register(token, institution, "notification.read", "case.read")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/scopes/1")))
        .body("errors.code", equalTo(List.of("SCOPE_NOT_FITTING")));
  }

  @Test
  void theSameKeyWithTheSameBodyRegistersOnce() {
    String body = registration(institution, jwks(RSA), "notification.write");

    Set<String> ids =
        Set.copyOf(
            atOnce(4, () -> registerUnder("mihon-key-1", body)).stream()
                .map(answer -> answer.then().statusCode(201).extract().<String>path("id"))
                .collect(java.util.stream.Collectors.toSet()));

    assertEquals(1, ids.size());
    registerUnder("mihon-key-1", body.replace("見本", "架空"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
    bearing(token).get(CLIENTS).then().body("items.size()", equalTo(1));
  }

  @Test
  void registeringStandsInTheAccessLog() {
    UUID id = registered(token, institution, jwks(RSA), "notification.write");

    assertEquals(List.of("session.begin", "client.register"), logged(manager.id()));
    assertTrue(subjects("client.register").containsAll(Set.of(id, institution)));
  }

  @Test
  void theListIsReadInPagesTheOldestFirst() {
    List<UUID> made =
        List.of(
            registered(token, institution, jwks(RSA), "notification.write"),
            registered(token, institution, jwks(EC), "notification.read"),
            registered(token, institution, jwks(EC), "notification.write"));

    Response first = bearing(token).get(CLIENTS + "?limit=2");
    Response second = bearing(token).get(CLIENTS + "?limit=2&cursor=" + first.path("next"));

    first
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(made.get(0).toString(), made.get(1).toString())));
    second
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(made.get(2).toString())))
        .body("next", nullValue());
    assertTrue(subjects("client.list").containsAll(made));
    bearing(token)
        .get(CLIENTS + "?organisation=" + institution + "&cursor=" + first.path("next"))
        .then()
        .statusCode(400);
    bearing(token).get(CLIENTS + "?organisation=mihon").then().statusCode(422);
  }

  private Response registerUnder(String key, String body) {
    return bearing(token)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(CLIENTS);
  }

  private List<UUID> subjects(String operation) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select unnest(subjects) from audit.access_log where principal_id = ? and operation = ?")
                    .bind(0, manager.id())
                    .bind(1, operation)
                    .mapTo(UUID.class)
                    .list());
  }
}
