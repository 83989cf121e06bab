package org.openhersys.identity.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.identity.EmptyDatabase;
import org.openhersys.identity.SettableClock;
import org.openhersys.identity.secret.SealedSecrets;
import org.openhersys.identity.session.NewSession;

@QuarkusTest
class SigningKeysTest {
  private static final String DATABASE = "signing_keys";

  @Inject SealedSecrets secrets;

  private final SettableClock time = new SettableClock();
  private Jdbi database;
  private SigningKeys keys;

  @BeforeEach
  void firstStart() throws SQLException {
    time.stop();
    database = EmptyDatabase.named(DATABASE).as("hersys_identity");
    keys = instance();
    keys.rotate();
  }

  @AfterEach
  void dropDatabase() {
    EmptyDatabase.drop(DATABASE);
  }

  @Test
  void everyInstanceSignsWithTheSameFirstKey() {
    assertEquals(keys.signing().getKeyID(), instance().signing().getKeyID());
    assertEquals(1, published(keys).size());
  }

  @Test
  void manyInstancesThatStartTogetherMakeOneKey() throws SQLException {
    database.useHandle(handle -> handle.execute("delete from identity.signing_key"));

    List<String> signing =
        Stream.generate(this::instance)
            .limit(6)
            .parallel()
            .map(each -> each.signing().getKeyID())
            .distinct()
            .toList();

    assertEquals(1, signing.size());
  }

  @Test
  void aKeyIsKeptForThirtyDays() {
    time.pass(SigningKeys.ROTATION);
    keys.rotate();

    assertEquals(1, published(keys).size());
  }

  @Test
  void aNewKeyIsPublishedFifteenMinutesBeforeItSigns() {
    String first = keys.signing().getKeyID();
    afterThirtyDays();

    assertEquals(2, published(keys).size());
    assertEquals(first, keys.signing().getKeyID());
    time.pass(SigningKeys.NOTICE.minusSeconds(1));
    assertEquals(first, keys.signing().getKeyID());

    time.pass(Duration.ofSeconds(1));
    assertNotEquals(first, keys.signing().getKeyID());
    assertTrue(published(keys).contains(keys.signing().getKeyID()));
  }

  @Test
  void aTokenOfTheOldKeyIsVerifiableAsLongAsItLasts() throws ParseException, JOSEException {
    afterThirtyDays();
    time.pass(SigningKeys.NOTICE.minusSeconds(1));
    SignedJWT last = SignedJWT.parse(new AccessTokens(keys, "https://i.test", "a").sign(session()));

    time.pass(Duration.ofMinutes(10));
    keys.rotate();

    assertNotEquals(last.getHeader().getKeyID(), keys.signing().getKeyID());
    assertTrue(
        last.verify(
            new RSASSAVerifier(
                keys.published()
                    .getKeyByKeyId(last.getHeader().getKeyID())
                    .toRSAKey()
                    .toRSAPublicKey())));
  }

  @Test
  void anOldKeyIsNotPublishedForEver() {
    String first = keys.signing().getKeyID();
    afterThirtyDays();

    time.pass(Duration.ofHours(1));
    keys.rotate();

    assertFalse(published(keys).contains(first));
  }

  @Test
  void aTurnIsTakenOnceByAllInstances() {
    afterThirtyDays();
    SigningKeys other = instance();
    other.rotate();
    keys.rotate();

    assertEquals(published(keys), published(other));
    assertEquals(2, published(keys).size());
  }

  @Test
  void thePrivateKeyStandsNowhereReadable() {
    String secret = keys.signing().getPrivateExponent().toString();

    String row =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select public_jwk::text, sealed_private_key from identity.signing_key")
                    .map(
                        (columns, context) ->
                            columns.getString(1)
                                + new String(columns.getBytes(2), StandardCharsets.ISO_8859_1))
                    .one());

    assertFalse(row.contains(secret));
    assertFalse(row.contains("\"d\""));
  }

  private SigningKeys instance() {
    return new SigningKeys(database, new SigningKeyRecords(secrets), time);
  }

  private void afterThirtyDays() {
    time.pass(SigningKeys.ROTATION.plusSeconds(1));
    keys.rotate();
  }

  private NewSession session() {
    Instant now = time.instant();
    UUID id = UUID.randomUUID();
    return new NewSession(
        id,
        new Caller(
            Caller.Kind.HUMAN,
            id,
            UUID.randomUUID(),
            UUID.randomUUID(),
            Role.HEALTH_CENTRE_STAFF,
            Set.of(),
            null),
        now,
        now.plus(Duration.ofMinutes(10)));
  }

  private static List<String> published(SigningKeys keys) {
    return keys.published().getKeys().stream().map(key -> key.getKeyID()).toList();
  }
}
