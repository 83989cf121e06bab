package org.openhersys.identity.client;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.identity.key.AccessTokens;
import org.openhersys.identity.session.NewSession;
import org.openhersys.identity.session.SessionRecords;

/**
 * Issuing a token to a machine client that proves itself by a signed assertion; good for 300
 * seconds.
 */
@Singleton
class IssuingToken {
  private static final Duration LASTS = Duration.ofMinutes(5);

  private final Jdbi jdbi;
  private final ClientRecords clients;
  private final AssertionVerification verification;
  private final SessionRecords sessions;
  private final AccessTokens tokens;
  private final Clock clock;

  @Inject
  IssuingToken(
      Jdbi jdbi,
      ClientRecords clients,
      AssertionVerification verification,
      SessionRecords sessions,
      AccessTokens tokens,
      Clock clock) {
    this.jdbi = jdbi;
    this.clients = clients;
    this.verification = verification;
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Issues.
   *
   * @throws TokenRefusal for a client or assertion that is not accepted, or a scope the client does
   *     not have
   */
  Token issue(TokenRequest request) {
    UUID claimed =
        AssertionVerification.claimedClient(request.assertion())
            .filter(request::isFrom)
            .orElseThrow(() -> new TokenRefusal(TokenRefusal.Reason.CLIENT));
    // Verified before the transaction that writes: an elliptic curve takes milliseconds.
    Client client =
        jdbi.inTransaction(handle -> clients.knock(handle, claimed))
            .filter(known -> verification.holds(request.assertion(), known))
            .orElseThrow(() -> new TokenRefusal(TokenRefusal.Reason.CLIENT));
    NewSession session = jdbi.inTransaction(handle -> open(handle, client, request));
    return new Token(
        tokens.sign(session),
        "bearer",
        LASTS.toSeconds(),
        String.join(" ", new TreeSet<>(session.caller().scopes())));
  }

  private NewSession open(Handle handle, Client client, TokenRequest request) {
    requireUnchanged(request, client, clients.knockAndHold(handle, client.id()).orElse(null));
    Set<String> scopes = request.scopes().isEmpty() ? client.scopes() : request.scopes();
    if (!client.scopes().containsAll(scopes)) {
      throw new TokenRefusal(TokenRefusal.Reason.SCOPE);
    }
    Instant now = clock.instant();
    if (!clients.useAssertion(
        handle, client.id(), request.jti(), now.plus(AssertionVerification.LONGEST_LIFE))) {
      throw new TokenRefusal(TokenRefusal.Reason.CLIENT);
    }
    UUID id = Uuids.next();
    NewSession session =
        new NewSession(
            id,
            new Caller(
                Caller.Kind.MACHINE,
                id,
                client.id(),
                client.organisationId(),
                null,
                Set.copyOf(scopes),
                null),
            now,
            now.plus(LASTS));
    sessions.insert(handle, session);
    return session;
  }

  // Between looking and holding, a manager may have deactivated the client or taken the key away.
  private void requireUnchanged(TokenRequest request, Client verified, @Nullable Client held) {
    boolean same = held != null && held.keys().equals(verified.keys());
    if (!same && (held == null || !verification.holds(request.assertion(), held))) {
      throw new TokenRefusal(TokenRefusal.Reason.CLIENT);
    }
  }
}
