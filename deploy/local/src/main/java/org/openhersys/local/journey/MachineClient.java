package org.openhersys.local.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.sample.Credentials;

/** A record system or a health centre's own system (SMART Backend Services). */
public final class MachineClient {
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(4);

  private final Http http;
  private final Credentials.Client client;
  private final Clock clock;
  private @Nullable String accessToken;

  public MachineClient(Http http, Credentials.Client client, Clock clock) {
    this.http = http;
    this.client = client;
    this.clock = clock;
  }

  /** Gets an access token for all its scopes, by a signed assertion (RFC 7523). */
  public Exchange requestToken() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("scope", String.join(" ", client.scopes()));
    fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    fields.put("client_assertion", assertion());
    Exchange exchange = http.send(Request.postForm("/oauth2/token", fields)).expecting(200);
    accessToken = exchange.text("/access_token");
    return exchange;
  }

  /** Sends a notification. */
  public Exchange submit(Map<String, Object> form, String idempotencyKey) {
    return http.send(
        Request.postJson("/api/v1/notifications", form)
            .with("Idempotency-Key", idempotencyKey)
            .as(accessToken()));
  }

  /** Asks what a notification would be told. */
  Exchange validate(Map<String, Object> form) {
    return send(Request.postJson("/api/v1/validations", form));
  }

  /** Sends a request once more, exactly as it was. */
  Exchange repeat(Request request) {
    return http.send(request);
  }

  public Exchange get(String target) {
    return send(Request.get(target));
  }

  Exchange send(Request request) {
    return http.send(request.as(accessToken()));
  }

  private String accessToken() {
    if (accessToken == null) {
      throw new IllegalStateException(client.name() + " has no token");
    }
    return accessToken;
  }

  private String assertion() {
    try {
      RSAKey key = RSAKey.parse(client.privateJwk());
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS384).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer(client.clientId())
                  .subject(client.clientId())
                  .audience(http.baseUrl())
                  .jwtID(UUID.randomUUID().toString())
                  .issueTime(Date.from(clock.instant()))
                  .expirationTime(Date.from(clock.instant().plus(ASSERTION_LIFE)))
                  .build());
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
