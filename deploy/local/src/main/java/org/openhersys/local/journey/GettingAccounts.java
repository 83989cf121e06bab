package org.openhersys.local.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openhersys.local.Secrets;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;
import org.openhersys.local.sample.SampleDirectory;

/**
 * アカウントの発行: the hospital's manager issues an account to a ward, which activates it and logs in for
 * the first time, and registers a record system.
 */
final class GettingAccounts {
  private static final int KEY_BITS = 2048;
  private static final List<String> SCOPES = List.of("notification.write", "notification.read");

  private final Transcript transcript;
  private final Http http;
  private final CredentialsFile file;
  private final Clock clock;
  private final People people;
  private final Person manager;

  GettingAccounts(
      Transcript transcript,
      Http http,
      CredentialsFile file,
      Clock clock,
      People people,
      Person manager) {
    this.transcript = transcript;
    this.http = http;
    this.file = file;
    this.clock = clock;
    this.people = people;
    this.manager = manager;
  }

  /** The ward with its new account, logged in. */
  Person ward() {
    transcript.chapter("A ward gets an account アカウントの発行");
    manager.arrive(transcript, "The hospital's manager");

    transcript.step("The manager issues an account that several people will share (△△病棟)");
    String loginId = "mihon.byoutou." + UUID.randomUUID().toString().substring(0, 8);
    Exchange issued =
        transcript.exchange(
            manager.send(
                Request.postJson(
                    "/api/v1/accounts",
                    Map.of(
                        "organisationId",
                        hospital(),
                        "loginId",
                        loginId,
                        "displayName",
                        "見本病棟（架空）",
                        "role",
                        "PHYSICIAN",
                        "shared",
                        true))),
            201);

    transcript.step("The ward activates it with the code it was handed, and a password of its own");
    String password = Secrets.password();
    transcript.exchange(
        http.send(
            Request.postJson(
                "/api/v1/accounts/activations",
                Map.of("activationCode", issued.text("/activation/code"), "password", password))),
        200);
    file.put(
        new Credentials.Account(
            loginId,
            password,
            "見本病棟（架空）",
            "PHYSICIAN",
            SampleDirectory.HOSPITAL,
            "架空第一病院",
            true,
            null,
            false,
            0));

    Person ward = people.person(loginId);
    transcript.step("It enrols an authenticator app; recovery codes are shown this once");
    ward.enrol(transcript::exchange);
    ward.arrive(transcript, "The ward");
    return ward;
  }

  /** A record system of the hospital, registered just now. */
  MachineClient recordSystem() {
    transcript.chapter("The hospital's record system is registered 電子カルテの登録");
    transcript.step("The manager registers it with its public key (JWKS); the private one stays");
    RSAKey key = newKey();
    String name = "架空第一病院 電子カルテ " + key.getKeyID().substring(0, 6);
    Exchange registered =
        transcript.exchange(
            manager.send(
                Request.postJson(
                    "/api/v1/clients",
                    Map.of(
                        "organisationId",
                        hospital(),
                        "name",
                        name,
                        "scopes",
                        SCOPES,
                        "jwks",
                        new JWKSet(key.toPublicJWK()).toJSONObject()))),
            201);
    Credentials.Client client =
        new Credentials.Client(
            registered.text("/id"),
            name,
            SampleDirectory.HOSPITAL,
            "架空第一病院",
            SCOPES,
            key.toJSONObject());
    return new MachineClient(http, client, clock);
  }

  private String hospital() {
    return manager.get("/api/v1/sessions/current").expecting(200).text("/organisation/id");
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS384)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
