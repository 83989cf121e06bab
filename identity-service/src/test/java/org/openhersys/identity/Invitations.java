package org.openhersys.identity;

import static org.hamcrest.Matchers.lessThan;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Told;

/** The way of a new account: issued, activated, enrolled, logged in. */
public final class Invitations {
  /** Everybody's; nothing that stands in a dictionary of passwords. */
  public static final String PASSWORD = "kurage-to-tomato-no-natsu";

  private static final String ACCOUNTS = "/api/v1/accounts";

  private Invitations() {}

  /** A login id that nobody has. */
  public static String loginId() {
    return "mihon." + UUID.randomUUID();
  }

  /** The body that issues an account. */
  public static String request(UUID organisation, String loginId, Role role) {
    return """
        {"organisationId": "%s", "loginId": "%s", "displayName": "見本 花子", "role": "%s"}
        """
        .formatted(organisation, loginId, role);
  }

  /** Asks for an account. */
  public static Response asked(Callers.Somebody issuer, UUID organisation, Role role) {
    return issuer.sends(request(organisation, loginId(), role)).post(ACCOUNTS);
  }

  /** Issues an account; the answer. */
  public static JsonPath issued(Callers.Somebody issuer, UUID organisation, Role role) {
    return asked(issuer, organisation, role).then().statusCode(201).extract().jsonPath();
  }

  /** Activates with a code as it was typed. */
  public static Response activated(String code, String password) {
    return IdentityService.posted(
        ACCOUNTS + "/activations",
        "{\"activationCode\": \"%s\", \"password\": \"%s\"}".formatted(code, password));
  }

  /** From the code to an access token: password, authenticator app, login. */
  public static String token(String activationCode, SettableClock clock) {
    String loginId =
        Told.text(activated(activationCode, PASSWORD).then().statusCode(200), "/loginId");
    byte[] seed = enrolled(loginId, clock);
    clock.pass(Duration.ofSeconds(30));
    return IdentityService.logIn(loginId, PASSWORD, People.codeOf(seed, clock.instant()))
        .then()
        .statusCode(201)
        .extract()
        .path("accessToken");
  }

  private static byte[] enrolled(String loginId, SettableClock clock) {
    JsonPath enrolment =
        IdentityService.posted(
                ACCOUNTS + "/totp-enrolments",
                "{\"loginId\": \"%s\", \"password\": \"%s\"}".formatted(loginId, PASSWORD))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    byte[] seed = new Base32().decode(enrolment.getString("secret"));
    Instant now = clock.instant();
    IdentityService.posted(
            ACCOUNTS + "/totp-enrolments/" + enrolment.getString("id") + "/confirmation",
            "{\"code\": \"%s\"}".formatted(People.codeOf(seed, now)))
        .then()
        .statusCode(lessThan(300));
    return seed;
  }
}
