package org.openhersys.identity.activation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.openhersys.identity.secret.SealedSecrets;

/**
 * Makes activation codes. Of each only a keyed digest is kept: a copy of the database opens no
 * account.
 */
@Singleton
public class Activations {
  private static final String PURPOSE = "activation-code";

  private final SealedSecrets secrets;
  private final Clock clock;
  private final URI frontend;
  private final Duration validFor;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param frontend {@code hersys.frontend-url}: where people go with a code
   * @param validFor {@code hersys.activation.valid-for}
   */
  @Inject
  public Activations(
      SealedSecrets secrets,
      Clock clock,
      @ConfigProperty(name = "hersys.frontend-url") URI frontend,
      @ConfigProperty(name = "hersys.activation.valid-for") Duration validFor) {
    this.secrets = secrets;
    this.clock = clock;
    this.frontend = frontend;
    this.validFor = validFor;
  }

  /** A new code that stands nowhere yet. */
  public NewActivation make() {
    ActivationCode code = ActivationCode.random(random);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    String address = frontend.toString().replaceAll("/+$", "") + "/activation#" + code.shown();
    return new NewActivation(
        digest(code), now, new Activation(code.shown(), address, now.plus(validFor)));
  }

  /**
   * Gives a new code to an account that awaits its activation; the one before is void. The database
   * refuses it for an account that the caller does not manage.
   */
  public Activation issue(Handle handle, UUID account) {
    NewActivation made = make();
    handle
        .createQuery("select identity.issue_activation(:account, :digest, :at, :until)")
        .bind("account", account)
        .bind("digest", made.digest())
        .bind("at", made.issuedAt())
        .bind("until", made.shown().expiresAt())
        .map((row, context) -> true)
        .one();
    return made.shown();
  }

  byte[] digest(ActivationCode code) {
    return secrets.digest(PURPOSE, code.characters());
  }
}
