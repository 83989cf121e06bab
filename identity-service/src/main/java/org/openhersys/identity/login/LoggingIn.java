package org.openhersys.identity.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.account.Account;
import org.openhersys.identity.account.AccountRecords;
import org.openhersys.identity.account.Passwords;
import org.openhersys.identity.door.Credentials;
import org.openhersys.identity.door.LoginDelay;
import org.openhersys.identity.key.AccessTokens;
import org.openhersys.identity.session.NewSession;
import org.openhersys.identity.session.Session;
import org.openhersys.identity.session.SessionRecords;

/** Logging in with password and one-time code, or a recovery code instead ([S23]). */
@Singleton
public class LoggingIn {
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final Jdbi jdbi;
  private final LoginDelay delay;
  private final AccountRecords accounts;
  private final Passwords passwords;
  private final SecondProofs proofs;
  private final SessionRecords sessions;
  private final AccessTokens tokens;
  private final AccessLog accessLog;
  private final Clock clock;

  @Inject
  LoggingIn(
      Jdbi jdbi,
      LoginDelay delay,
      AccountRecords accounts,
      Passwords passwords,
      SecondProofs proofs,
      SessionRecords sessions,
      AccessTokens tokens,
      AccessLog accessLog,
      Clock clock) {
    this.jdbi = jdbi;
    this.delay = delay;
    this.accounts = accounts;
    this.passwords = passwords;
    this.proofs = proofs;
    this.sessions = sessions;
    this.tokens = tokens;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * Opens a session.
   *
   * @throws ProblemException 401 whatever is wrong, 429 while the login id waits, 422 when a shared
   *     account names no operator
   */
  public Login logIn(LoginRequest.Judged request) {
    delay.attempt(request.loginId());
    Optional<Account> known =
        jdbi.inTransaction(handle -> accounts.knock(handle, request.loginId()))
            .filter(found -> found.active() && found.enrolled());
    String hash = known.map(Account::passwordHash).orElse(null);
    delay.judge(request.loginId(), () -> passwords.matches(request.password(), hash));
    Account account = known.orElseThrow(Credentials::refused);
    SecondProof proof = proofs.judged(account, request);
    requireOperator(account, request.operator());
    NewSession session = begin(account, request.operator());
    String token = tokens.sign(session);
    return jdbi.inTransaction(handle -> store(handle, account, proof, session, token));
  }

  private void requireOperator(Account account, @Nullable String operator) {
    // Invisible characters are no name.
    if (account.shared()
        && (operator == null || operator.codePoints().noneMatch(Character::isLetterOrDigit))) {
      delay.takeBack(account.loginId());
      throw ProblemException.invalidContent(
          "/operator",
          "OPERATOR_MISSING",
          "共用アカウントでは操作者名が必要です",
          "A shared account names its operator");
    }
  }

  private NewSession begin(Account account, @Nullable String operator) {
    // Whole seconds, so that session and token (NumericDate) end together.
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    UUID id = Uuids.next();
    return new NewSession(
        id,
        new Caller(
            Caller.Kind.HUMAN,
            id,
            account.id(),
            account.organisationId(),
            account.role(),
            Set.of(),
            account.shared() ? operator : null),
        now,
        now.plus(LASTS));
  }

  private Login store(
      Handle handle, Account account, SecondProof proof, NewSession session, String token) {
    accounts.knock(handle, account.loginId());
    @Nullable Integer recoveryCodesLeft = proof.use(handle, session.caller());
    sessions.insert(handle, session);
    accessLog.record(handle, session.caller(), "session.begin", List.of(account.id()));
    delay.wasRight(handle, account.loginId());
    Session stored = sessions.read(handle, session.id());
    return new Login(token, Login.TokenType.Bearer, LASTS.toSeconds(), stored, recoveryCodesLeft);
  }
}
