package org.openhersys.api.idempotency;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.DatabaseFailures;
import org.openhersys.api.problem.ProblemException;

/**
 * What was done under which key, in the schema of the service. A key counts for one client and
 * operation, for 24 hours, and commits with the work; only ids are kept, the answer is rendered
 * anew.
 */
@Singleton
public class IdempotencyKeys {
  /** How long a key is remembered. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final String LOCK_TIMEOUT = "55P03";

  // What is put into statements is one of these, whatever the setting says.
  private static final Map<String, String> TABLES =
      Map.of(
          "identity", "identity.idempotency_key",
          "notification", "notification.idempotency_key",
          "tracking", "tracking.idempotency_key");

  private final String table;
  private final Clock clock;

  /**
   * @param schema {@code hersys.idempotency.schema}: the service's own, such as {@code
   *     notification}
   */
  @Inject
  public IdempotencyKeys(
      @ConfigProperty(name = "hersys.idempotency.schema") String schema, Clock clock) {
    String known = TABLES.get(schema);
    if (known == null) {
      throw new IllegalStateException("hersys.idempotency.schema is no schema that keeps keys");
    }
    this.table = known;
    this.clock = clock;
  }

  /**
   * Takes the key for a resource that is about to be created in this transaction, or tells which
   * one was created before. A concurrent request under the same key waits here for the first, at
   * most the role's {@code lock_timeout}.
   *
   * @return empty: go on and create {@code resource}; else the id of the resource that stands
   *     already
   * @throws ProblemException 422 when the key stands for another body
   */
  public Optional<UUID> claim(
      Handle handle,
      Caller caller,
      String operation,
      IdempotencyKey key,
      byte[] fingerprint,
      UUID resource) {
    Instant now = clock.instant();
    int taken = take(handle, caller, operation, key, fingerprint, resource, now);
    return taken == 1
        ? Optional.empty()
        : Optional.of(standing(handle, caller, operation, key, fingerprint));
  }

  private int take(
      Handle handle,
      Caller caller,
      String operation,
      IdempotencyKey key,
      byte[] fingerprint,
      UUID resource,
      Instant now) {
    try {
      return handle
          .createUpdate(
              """
                insert into %s as k (principal_id, operation, key, fingerprint, resource_id, status, created_at)
                values (:principal, :operation, :key, :fingerprint, :resource, 201, :now)
                on conflict (principal_id, operation, key) do update
                set fingerprint = excluded.fingerprint, resource_id = excluded.resource_id, created_at = excluded.created_at
                where k.created_at < :expired
                """
                  .formatted(table))
          .bind("principal", caller.principalId())
          .bind("operation", operation)
          .bind("key", key.value())
          .bind("fingerprint", fingerprint)
          .bind("resource", resource)
          .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
          .bind("expired", OffsetDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC))
          .execute();
    } catch (JdbiException failure) {
      throw whileClaiming(failure);
    }
  }

  /**
   * What a failure to claim means: a wait for the first request under the key that took too long is
   * a 409.
   */
  public static RuntimeException whileClaiming(JdbiException failure) {
    return LOCK_TIMEOUT.equals(DatabaseFailures.state(failure))
        ? ProblemException.inProgress()
        : failure;
  }

  /**
   * The resource that was created under this key with this body, if any was within the last 24
   * hours.
   */
  public Optional<UUID> find(
      Handle handle, Caller caller, String operation, IdempotencyKey key, byte[] fingerprint) {
    return handle
        .createQuery(
            """
            select resource_id from %s
            where principal_id = :principal and operation = :operation and key = :key
              and fingerprint = :fingerprint and created_at >= :expired
            """
                .formatted(table))
        .bind("principal", caller.principalId())
        .bind("operation", operation)
        .bind("key", key.value())
        .bind("fingerprint", fingerprint)
        .bind("expired", OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC))
        .mapTo(UUID.class)
        .findOne();
  }

  /**
   * What stands under this key since within the last 24 hours, with whatever body: for a body that
   * is read as it comes, so that one that was sent before is not kept again.
   */
  public Optional<Standing> standing(
      Handle handle, Caller caller, String operation, IdempotencyKey key) {
    return handle
        .createQuery(
            """
            select resource_id, fingerprint from %s
            where principal_id = :principal and operation = :operation and key = :key and created_at >= :expired
            """
                .formatted(table))
        .bind("principal", caller.principalId())
        .bind("operation", operation)
        .bind("key", key.value())
        .bind("expired", OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC))
        .map((row, context) -> new Standing(row.getObject(1, UUID.class), row.getBytes(2)))
        .findOne();
  }

  /**
   * The resource that a key stands for.
   *
   * @throws ProblemException 422 when the key stands for another body
   */
  public UUID standing(
      Handle handle, Caller caller, String operation, IdempotencyKey key, byte[] fingerprint) {
    return handle
        .createQuery(
            "select resource_id, fingerprint from %s where principal_id = :principal and operation = :operation and key = :key"
                .formatted(table))
        .bind("principal", caller.principalId())
        .bind("operation", operation)
        .bind("key", key.value())
        .map((row, context) -> new Standing(row.getObject(1, UUID.class), row.getBytes(2)))
        .one()
        .under(fingerprint);
  }

  /**
   * Forgets keys that are over, a thousand at a time.
   *
   * @return how many
   */
  public int forgetExpired(Handle handle) {
    return handle
        .createUpdate(
            """
            delete from %1$s where (principal_id, operation, key) in
              (select principal_id, operation, key from %1$s where created_at < :expired limit 1000 for update skip locked)
            """
                .formatted(table))
        .bind("expired", OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC))
        .execute();
  }

  /**
   * What stands under a key.
   *
   * @param fingerprint of the body with which it was created
   */
  public record Standing(UUID resource, byte[] fingerprint) {

    /**
     * The resource, for whoever has sent the same body.
     *
     * @throws ProblemException 422 when the key stands for another body
     */
    public UUID under(byte[] sent) {
      if (!MessageDigest.isEqual(fingerprint, sent)) {
        throw ProblemException.keyReused();
      }
      return resource;
    }
  }
}
