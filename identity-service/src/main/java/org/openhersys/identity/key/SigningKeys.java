package org.openhersys.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.identifier.Uuids;

/**
 * The keys that sign access tokens, the same in every instance. The first is made at first start;
 * after 30 days a new one is published, which signs 15 minutes later, when every verifier has had
 * time to fetch it.
 */
@Singleton
public class SigningKeys {
  static final Duration ROTATION = Duration.ofDays(30);
  static final Duration NOTICE = Duration.ofMinutes(15);
  private static final Duration LONGEST_TOKEN = Duration.ofMinutes(10);
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final int BITS = 2048;
  private static final int AFTER_SCHEMA_CHECK = 3_000;

  private final Jdbi jdbi;
  private final SigningKeyRecords records;
  private final Clock clock;
  private volatile List<SigningKey> keys = List.of();

  @Inject
  SigningKeys(Jdbi jdbi, SigningKeyRecords records, Clock clock) {
    this.jdbi = jdbi;
    this.records = records;
    this.clock = clock;
  }

  /** The key that signs now. */
  public RSAKey signing() {
    Instant now = clock.instant();
    return current().stream()
        .filter(key -> key.maySign(now))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no key may sign"))
        .key();
  }

  /** The public parts of all keys whose tokens may still be valid, or will be. */
  public JWKSet published() {
    Instant now = clock.instant();
    return new JWKSet(
        current().stream()
            .filter(key -> key.isPublished(now))
            .map(key -> (com.nimbusds.jose.jwk.JWK) key.key().toPublicJWK())
            .toList());
  }

  // Here already, so that a service with a wrong hersys.secrets.key does not start.
  void start(@Observes @Priority(AFTER_SCHEMA_CHECK) StartupEvent start) {
    rotate();
  }

  /** Makes the next key when it is time, and learns of those that other instances made. */
  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void rotate() {
    keys =
        jdbi.inTransaction(
            handle -> {
              records.lock(handle);
              List<SigningKey> known = records.all(handle);
              Instant now = clock.instant();
              records.forgetRetired(handle, now);
              if (known.isEmpty()) {
                records.insert(handle, new SigningKey(newKey(), now, NEVER));
              } else if (known.get(0).signsFrom().plus(ROTATION).isBefore(now)) {
                Instant takesOver = now.plus(NOTICE);
                records.insert(handle, new SigningKey(newKey(), takesOver, NEVER));
                records.retireAt(
                    handle,
                    known.get(0).key().getKeyID(),
                    takesOver.plus(LONGEST_TOKEN).plus(NOTICE));
              }
              return records.all(handle);
            });
  }

  private List<SigningKey> current() {
    if (keys.isEmpty()) {
      rotate();
    }
    return keys;
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyID(Uuids.next().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
