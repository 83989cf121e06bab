package org.openhersys.identity.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.account.Account;
import org.openhersys.identity.account.AccountRecords;
import org.openhersys.identity.door.Credentials;
import org.openhersys.identity.totp.RecoveryCodes;
import org.openhersys.identity.totp.TotpRecords;
import org.openhersys.identity.totp.TotpSecrets;

/** The second proof of a login: the authenticator app's present code, or a recovery code. */
@Singleton
class SecondProofs {
  private final Jdbi jdbi;
  private final AccountRecords accounts;
  private final TotpSecrets secrets;
  private final TotpRecords totp;
  private final RecoveryCodes recoveryCodes;
  private final AccessLog accessLog;
  private final Clock clock;

  @Inject
  SecondProofs(
      Jdbi jdbi,
      AccountRecords accounts,
      TotpSecrets secrets,
      TotpRecords totp,
      RecoveryCodes recoveryCodes,
      AccessLog accessLog,
      Clock clock) {
    this.jdbi = jdbi;
    this.accounts = accounts;
    this.secrets = secrets;
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * Judges what an enrolled account's request shows.
   *
   * @throws ProblemException 401 when it is not right
   */
  SecondProof judged(Account account, LoginRequest.Judged request) {
    return request.recovers()
        ? recoveryCode(account, request.code())
        : oneTimeCode(account, request.code());
  }

  private SecondProof oneTimeCode(Account account, String code) {
    OptionalLong step = secrets.stepOf(account.id(), account.sealedSecret(), code, clock.instant());
    require(step.isPresent());
    return (handle, caller) -> {
      require(totp.use(handle, account.id(), step.getAsLong()));
      return null;
    };
  }

  private SecondProof recoveryCode(Account account, String code) {
    require(
        jdbi.inTransaction(
            handle -> {
              accounts.knock(handle, account.loginId());
              return recoveryCodes.isGood(handle, account.id(), code);
            }));
    return (handle, caller) -> {
      require(recoveryCodes.use(handle, account.id(), code));
      // A row of its own, so that who looks for a stolen sheet of codes finds each use.
      accessLog.record(handle, caller, "recovery-code.use", List.of(account.id()));
      return recoveryCodes.left(handle, account.id());
    };
  }

  private static void require(boolean right) {
    if (!right) {
      throw Credentials.refused();
    }
  }
}
