package org.openhersys.api.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openhersys.api.testing.Directory.Login;

/**
 * Valid requests to one operation: the same situation again and again, until a request has changed
 * it.
 */
final class Fixture {
  private final Endpoint endpoint;
  private final Situations situations;
  private final Wire wire;
  private Situation present;
  private String token;
  private String tag;
  private boolean touched;
  private boolean worn;

  Fixture(Endpoint endpoint, Situations situations, Wire wire) {
    this.endpoint = endpoint;
    this.situations = situations;
    this.wire = wire;
  }

  Situation situation() {
    if (present == null) {
      present = situations.of(endpoint);
      sign();
    }
    return present;
  }

  /** A request has succeeded and may have used the situation up. */
  void touch() {
    touched = true;
    tag = null;
  }

  /** Whether a refusal may be due to what an earlier request has changed. */
  boolean isTouched() {
    return touched;
  }

  /** Whether requests of an earlier attack were refused here, as those that count may have been. */
  boolean isWorn() {
    return worn;
  }

  /** Another attack begins: with what is still as it was, and a token that is young. */
  void useAgain() {
    if (touched) {
      renew();
    } else if (present != null) {
      worn = true;
      tag = null;
      sign();
    }
  }

  /** The next valid request is of a new situation. */
  void renew() {
    present = null;
    tag = null;
    touched = false;
    worn = false;
  }

  private void sign() {
    token = present.caller() == null ? null : situations.token(present.caller());
  }

  /** What could have succeeded. */
  Request valid() {
    Request request =
        Request.of(endpoint.method(), endpoint.path(situation().ids())).bearing(token);
    if (endpoint.hasBody()) {
      request = request.header("Content-Type", endpoint.mediaType()).body(body());
    }
    if (endpoint.parameters("header").containsKey("Idempotency-Key")) {
      request = request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (endpoint.parameters("header").containsKey("If-Match")) {
      request = request.header("If-Match", tag());
    }
    return request;
  }

  /** Another fixture of the same operation: of another organisation. */
  Fixture elsewhere() {
    return new Fixture(endpoint, situations, wire);
  }

  /** A fixture of another operation, for a caller of the same organisation where that is asked. */
  Fixture of(Endpoint other) {
    return new Fixture(other, situations, wire);
  }

  /** A token of somebody else. */
  String token(Login login) {
    return situations.token(login);
  }

  /** The claims of the caller's token, to be bent. */
  JWTClaimsSet.Builder claims() {
    return situations.claims(situation().caller());
  }

  /** Sends a valid request, bent by nobody. */
  Answer answer(Request request) {
    return wire.send(request);
  }

  private String tag() {
    if (tag == null) {
      Optional<Endpoint> state = situations.state(endpoint);
      tag =
          state
              .map(s -> Request.of("GET", s.path(situation().ids())).bearing(token))
              .map(r -> wire.send(r).header("etag"))
              .orElse("");
    }
    return tag;
  }

  private String body() {
    if (situation().body() != null) {
      return situation().body();
    }
    JsonNode example = endpoint.example();
    if (endpoint.isForm()) {
      return form(example);
    }
    return example.isTextual() && !endpoint.isJson() ? example.asText() : example.toString();
  }

  private static String form(JsonNode fields) {
    return fields.properties().stream()
        .map(
            f ->
                f.getKey() + "=" + URLEncoder.encode(f.getValue().asText(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
