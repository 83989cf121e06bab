package org.openhersys.identity.activation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.account.Account;
import org.openhersys.identity.account.AccountRecords;
import org.openhersys.identity.account.PasswordPolicy;
import org.openhersys.identity.account.Passwords;
import org.openhersys.identity.door.LoginDelay;

/** アクティベーション: who holds the code chooses the password, and the account is theirs. */
@Singleton
class ActivatingAccount {
  /** No login id has a colon in it. */
  private static final String DELAY = "activation:";

  private final Jdbi jdbi;
  private final LoginDelay delay;
  private final AccountRecords accounts;
  private final Activations activations;
  private final Passwords passwords;
  private final PasswordPolicy policy;
  private final AccessLog accessLog;
  private final Clock clock;

  @Inject
  ActivatingAccount(
      Jdbi jdbi,
      LoginDelay delay,
      AccountRecords accounts,
      Activations activations,
      Passwords passwords,
      PasswordPolicy policy,
      AccessLog accessLog,
      Clock clock) {
    this.jdbi = jdbi;
    this.delay = delay;
    this.accounts = accounts;
    this.activations = activations;
    this.passwords = passwords;
    this.policy = policy;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * Uses the code up and sets the password. Hashing comes after the code was found right, so that
   * guesses cost no core.
   *
   * @throws ProblemException 401 for a wrong, used or expired code; 422 for a password that is
   *     refused, which leaves the code as it is; 429 while guesses wait
   */
  ActivatedAccount activate(ActivationRequest.Judged request) {
    ActivationCode code =
        ActivationCode.typed(request.activationCode()).orElseThrow(ActivatingAccount::refused);
    byte[] digest = activations.digest(code);
    String guessed = DELAY + code.firstGroup();
    delay.attempt(guessed);
    Account account =
        jdbi.inTransaction(handle -> accounts.knockActivation(handle, digest, clock.instant()))
            .orElseThrow(ActivatingAccount::refused);
    List<Finding> findings = policy.findings("/password", request.password(), account.loginId());
    if (!findings.isEmpty()) {
      delay.takeBack(guessed);
      throw ProblemException.invalidContent(findings);
    }
    String hash = delay.judged(guessed, () -> passwords.hash(request.password()));
    jdbi.useTransaction(handle -> store(handle, account, digest, hash, guessed));
    return new ActivatedAccount(account.loginId());
  }

  private void store(Handle handle, Account account, byte[] digest, String hash, String guessed) {
    UUID activated =
        handle
            .createQuery("select identity.activate_account(:digest, :hash, :now)")
            .bind("digest", digest)
            .bind("hash", hash)
            .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
            .mapTo(UUID.class)
            .one();
    if (activated == null) {
      throw refused();
    }
    Caller holder = Caller.atDoor(activated, account.organisationId(), account.role());
    accessLog.record(handle, holder, "account.activate", List.of(activated));
    delay.wasRight(handle, guessed);
  }

  private static ProblemException refused() {
    return ProblemException.unauthenticated(
        "ACTIVATION_REFUSED",
        "アクティベーションコードが正しくないか、期限切れか、使用済みです",
        "The activation code is wrong, has expired or was used");
  }
}
