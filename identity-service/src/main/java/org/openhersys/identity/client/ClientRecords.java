package org.openhersys.identity.client;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Machine clients and the assertions they have used. */
@Singleton
public class ClientRecords {
  private static final String ACTIVE =
      """
      select c.id, c.organisation_id, c.scopes, c.jwks, c.token_url_audience
      from identity.client c join identity.organisation o on o.id = c.organisation_id
      where c.id = :id and c.active and o.active
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  @Inject
  ClientRecords(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** The active client that knocks; from now on the transaction stands at its door. */
  Optional<Client> knock(Handle handle, UUID id) {
    return knock(handle, id, ACTIVE);
  }

  /**
   * The same, and until the transaction ends nobody takes its keys away or deactivates it; other
   * tokens of it may be issued meanwhile.
   */
  Optional<Client> knockAndHold(Handle handle, UUID id) {
    return knock(handle, id, ACTIVE + "for share of c");
  }

  /** Puts the transaction at a client's door, whether it is active or not. */
  void knockAtDoor(Handle handle, UUID id) {
    handle
        .createQuery("select identity.knock_client(:id)")
        .bind("id", id)
        .map((row, context) -> true)
        .one();
  }

  private Optional<Client> knock(Handle handle, UUID id, String query) {
    knockAtDoor(handle, id);
    return handle
        .createQuery(query)
        .bind("id", id)
        .map(
            (row, context) ->
                new Client(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation_id", UUID.class),
                    Set.of((String[]) row.getArray("scopes").getArray()),
                    keys(row.getString("jwks")),
                    row.getBoolean("token_url_audience")))
        .findOne();
  }

  /**
   * Uses an assertion up.
   *
   * @return whether it had not been used
   */
  boolean useAssertion(Handle handle, UUID client, String jti, Instant expiresAt) {
    return handle
            .createUpdate(
                """
                insert into identity.client_assertion (client_id, jti, expires_at) values (:client, :jti, :expiresAt)
                on conflict do nothing
                """)
            .bind("client", client)
            .bind("jti", jti)
            .bind("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** Forgets assertions that are over: they are refused for their age now. */
  public void forgetExpiredAssertions() {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from identity.client_assertion where expires_at < :before")
                .bind("before", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
  }

  private static JWKSet keys(String jwks) {
    try {
      return JWKSet.parse(jwks);
    } catch (ParseException failure) {
      throw new IllegalStateException("a client's keys cannot be read", failure);
    }
  }
}
