package org.openhersys.identity.client;

import static org.openhersys.identity.IdentityService.bearing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhersys.api.testing.Told;

/** What managers ask about clients. */
final class ClientRequests {
  static final String CLIENTS = "/api/v1/clients";

  private ClientRequests() {}

  static Response register(String token, String registration) {
    return bearing(token).contentType("application/json").body(registration).post(CLIENTS);
  }

  static Response register(String token, UUID organisation, String... scopes) {
    return register(token, registration(organisation, jwks(Machine.ecKey("mihon-ec")), scopes));
  }

  /** The id of a client that was registered. */
  static UUID registered(String token, UUID organisation, String jwks, String... scopes) {
    return Told.id(
        register(token, registration(organisation, jwks, scopes)).then().statusCode(201));
  }

  static String registration(UUID organisation, String jwks, String... scopes) {
    return """
    {"organisationId": "%s", "name": "見本電子カルテ", "scopes": [%s], "jwks": %s}
    """
        .formatted(
            organisation,
            Stream.of(scopes).map(s -> '"' + s + '"').collect(Collectors.joining(", ")),
            jwks);
  }

  /** Public parts only. */
  static String jwks(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(true);
  }

  static Response read(String token, UUID client) {
    return bearing(token).get(CLIENTS + "/" + client);
  }

  /** The present entity tag. */
  static String tag(String token, UUID client) {
    return read(token, client).then().statusCode(200).extract().header("ETag");
  }

  static Response rotate(String token, UUID client, String tag, String jwks) {
    return bearing(token)
        .header("If-Match", tag)
        .contentType("application/json")
        .body("{\"jwks\": %s}".formatted(jwks))
        .put(CLIENTS + "/" + client + "/keys");
  }

  static Response change(String token, UUID client, String tag, String patch) {
    return bearing(token)
        .header("If-Match", tag)
        .contentType("application/json")
        .body(patch)
        .patch(CLIENTS + "/" + client);
  }

  /** Six digits that no other test uses. */
  static String municipality() {
    return Integer.toString(ThreadLocalRandom.current().nextInt(500_000, 1_000_000));
  }
}
