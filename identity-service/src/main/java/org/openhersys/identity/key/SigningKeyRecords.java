package org.openhersys.identity.key;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.openhersys.identity.secret.SealedSecrets;

/** The signing keys in the database; their private parts are sealed. */
@Singleton
class SigningKeyRecords {
  private static final long LOCK = 0x6865727379736b65L;

  private final SealedSecrets secrets;

  @Inject
  SigningKeyRecords(SealedSecrets secrets) {
    this.secrets = secrets;
  }

  /** Only one instance at a time makes keys; held until the transaction ends. */
  void lock(Handle handle) {
    handle
        .createQuery("select pg_advisory_xact_lock(:lock)")
        .bind("lock", LOCK)
        .map((row, context) -> true)
        .one();
  }

  /** All keys, the one that signs from latest first. */
  List<SigningKey> all(Handle handle) {
    return handle
        .createQuery(
            "select kid, sealed_private_key, signs_from, retires_at from identity.signing_key order by signs_from desc")
        .map(
            (row, context) ->
                new SigningKey(
                    open(row.getString(1), row.getBytes(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  void insert(Handle handle, SigningKey key) {
    String kid = key.key().getKeyID();
    handle
        .createUpdate(
            """
            insert into identity.signing_key (kid, public_jwk, sealed_private_key, signs_from, retires_at)
            values (:kid, cast(:public as jsonb), :sealed, :signsFrom, :retiresAt)
            """)
        .bind("kid", kid)
        .bind("public", key.key().toPublicJWK().toJSONString())
        .bind(
            "sealed", secrets.seal(kid, key.key().toJSONString().getBytes(StandardCharsets.UTF_8)))
        .bind("signsFrom", utc(key.signsFrom()))
        .bind("retiresAt", utc(key.retiresAt()))
        .execute();
  }

  void retireAt(Handle handle, String kid, Instant instant) {
    handle
        .createUpdate("update identity.signing_key set retires_at = :at where kid = :kid")
        .bind("at", utc(instant))
        .bind("kid", kid)
        .execute();
  }

  /** A key whose last token is over is gone, its private part too. */
  void forgetRetired(Handle handle, Instant now) {
    handle
        .createUpdate("delete from identity.signing_key where retires_at <= :now")
        .bind("now", utc(now))
        .execute();
  }

  private RSAKey open(String kid, byte[] sealed) {
    try {
      return RSAKey.parse(new String(secrets.open(kid, sealed), StandardCharsets.UTF_8));
    } catch (ParseException failure) {
      throw new IllegalStateException("signing key " + kid, failure);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
