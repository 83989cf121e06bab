package org.openhersys.identity.totp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.account.Account;
import org.openhersys.identity.account.AccountRecords;
import org.openhersys.identity.account.Passwords;
import org.openhersys.identity.door.Credentials;
import org.openhersys.identity.door.LoginDelay;
import org.openhersys.identity.session.SessionRecords;

/**
 * 回復コードの再発行: ten new codes for the person who is logged in and proves it again; the old ones are
 * void.
 */
@Singleton
class RenewingRecoveryCodes {
  private final Jdbi jdbi;
  private final CallerTransaction transaction;
  private final LoginDelay delay;
  private final AccountRecords accounts;
  private final SessionRecords sessions;
  private final Passwords passwords;
  private final TotpSecrets secrets;
  private final TotpRecords totp;
  private final RecoveryCodes codes;
  private final AccessLog accessLog;
  private final Clock clock;

  @Inject
  RenewingRecoveryCodes(
      Jdbi jdbi,
      CallerTransaction transaction,
      LoginDelay delay,
      AccountRecords accounts,
      SessionRecords sessions,
      Passwords passwords,
      TotpSecrets secrets,
      TotpRecords totp,
      RecoveryCodes codes,
      AccessLog accessLog,
      Clock clock) {
    this.jdbi = jdbi;
    this.transaction = transaction;
    this.delay = delay;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.secrets = secrets;
    this.totp = totp;
    this.codes = codes;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * Makes the codes.
   *
   * @throws ProblemException 403 for a machine; 401 for a wrong password or code, or an account
   *     without an authenticator app; 429 while the account waits
   */
  NewRecoveryCodes renew(Caller caller, RecoveryCodesRequest.Judged request) {
    if (caller.kind() != Caller.Kind.HUMAN) {
      throw ProblemException.forbidden();
    }
    String loginId =
        transaction.inScope(
            caller, handle -> sessions.read(handle, caller.openSession()).account().loginId());
    delay.attempt(loginId);
    Account account =
        jdbi.inTransaction(handle -> accounts.knock(handle, loginId))
            .filter(known -> known.active() && known.enrolled())
            .orElseThrow(Credentials::refused);
    delay.judge(loginId, () -> passwords.matches(request.password(), account.passwordHash()));
    OptionalLong step =
        secrets.stepOf(account.id(), account.sealedSecret(), request.code(), clock.instant());
    if (step.isEmpty()) {
      throw Credentials.refused();
    }
    return transaction.inScope(caller, handle -> renew(handle, caller, account, step.getAsLong()));
  }

  private NewRecoveryCodes renew(Handle handle, Caller caller, Account account, long step) {
    accounts.knock(handle, account.loginId());
    if (!totp.use(handle, account.id(), step)) {
      throw Credentials.refused();
    }
    NewRecoveryCodes made = codes.renew(handle, account.id());
    accessLog.record(handle, caller, "recovery-code.renew", List.of(account.id()));
    delay.wasRight(handle, account.loginId());
    return made;
  }
}
