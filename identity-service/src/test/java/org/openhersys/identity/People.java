package org.openhersys.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.Told;
import org.openhersys.identity.account.Passwords;
import org.openhersys.identity.secret.SealedSecrets;

/** Fixtures: accounts with a password and, where wanted, an enrolled authenticator app. */
@Singleton
public class People {
  /** Everybody's. */
  public static final String PASSWORD = "mihon-no-nagai-pasuwaado";

  private final SealedSecrets sealed;
  private final Clock clock;
  private final String hash;

  @Inject
  People(Passwords passwords, SealedSecrets sealed, Clock clock) {
    this.sealed = sealed;
    this.clock = clock;
    this.hash = passwords.hash(PASSWORD);
  }

  /** 保健所職員 of a new health centre, enrolled. */
  public Person staff() {
    return enrolled(Directory.healthCentre(), false);
  }

  /** A shared account (△△課1, [S18]), enrolled. */
  public Person shared() {
    return enrolled(Directory.healthCentre(), true);
  }

  /** Somebody who has a password only. */
  public Person unenrolled() {
    return account(Directory.healthCentre(), false);
  }

  /** 保健所職員 of that organisation, enrolled. */
  public Person staffOf(UUID organisation) {
    return enrolled(organisation, false);
  }

  /** Somebody with that role at that organisation, enrolled. */
  public Person withRole(UUID organisation, Role role) {
    Person person = enrolled(organisation, false);
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.account set role = ? where id = ?", role.name(), person.id()));
    return person;
  }

  private Person enrolled(UUID organisation, boolean shared) {
    Person person = account(organisation, shared);
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into identity.totp (account_id, sealed_secret, last_step) values (?, ?, 0)",
                    person.id(),
                    sealed.seal(person.id().toString(), person.seed())));
    return person;
  }

  private Person account(UUID organisation, boolean shared) {
    UUID id = Uuids.next();
    Person person = new Person(id, "mihon." + id, organisation, seedOf(id), clock);
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into identity.account (id, organisation_id, login_id, display_name, role, shared, password_hash)
                    values (?, ?, ?, '見本 花子', ?, ?, ?)
                    """,
                    id,
                    organisation,
                    person.loginId(),
                    Role.HEALTH_CENTRE_STAFF.name(),
                    shared,
                    hash));
    return person;
  }

  private static byte[] seedOf(UUID id) {
    return id.toString().substring(16).getBytes(StandardCharsets.US_ASCII);
  }

  /** Somebody with an account. */
  public record Person(UUID id, String loginId, UUID organisation, byte[] seed, Clock clock) {

    /** The code that an authenticator app shows so many steps from now. */
    public String code(int stepsFromNow) {
      return codeOf(seed, clock.instant().plus(Duration.ofSeconds(30L * stepsFromNow)));
    }

    /** Logs in with the present code. */
    public Response logsIn() {
      return IdentityService.logIn(loginId, PASSWORD, code(0));
    }

    /** An access token of a new session. */
    public String token() {
      return Told.text(logsIn().then().statusCode(201), "/accessToken");
    }
  }

  /** What an authenticator app shows. */
  public static String codeOf(byte[] seed, Instant instant) {
    try {
      int code =
          new TimeBasedOneTimePasswordGenerator()
              .generateOneTimePassword(new SecretKeySpec(seed, "HmacSHA1"), instant);
      return String.format(Locale.ROOT, "%06d", code);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
