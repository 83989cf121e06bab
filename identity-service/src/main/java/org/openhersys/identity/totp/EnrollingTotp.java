package org.openhersys.identity.totp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.account.Account;
import org.openhersys.identity.account.AccountRecords;
import org.openhersys.identity.account.Passwords;
import org.openhersys.identity.door.Credentials;
import org.openhersys.identity.door.LoginDelay;

/**
 * Enrolling an authenticator app: with the password, and active only after its first right code,
 * within ten minutes.
 */
@Singleton
class EnrollingTotp {
  private static final Duration OPEN_FOR = Duration.ofMinutes(10);

  private final Jdbi jdbi;
  private final LoginDelay delay;
  private final AccountRecords accounts;
  private final Passwords passwords;
  private final TotpSecrets secrets;
  private final TotpRecords records;
  private final RecoveryCodes recoveryCodes;
  private final AccessLog accessLog;
  private final Clock clock;

  @Inject
  EnrollingTotp(
      Jdbi jdbi,
      LoginDelay delay,
      AccountRecords accounts,
      Passwords passwords,
      TotpSecrets secrets,
      TotpRecords records,
      RecoveryCodes recoveryCodes,
      AccessLog accessLog,
      Clock clock) {
    this.jdbi = jdbi;
    this.delay = delay;
    this.accounts = accounts;
    this.passwords = passwords;
    this.secrets = secrets;
    this.records = records;
    this.recoveryCodes = recoveryCodes;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * Starts an enrolment.
   *
   * @throws ProblemException 401 for an unknown account, a wrong password, or an account that has
   *     enrolled before; 429 while the login id waits
   */
  TotpEnrolment start(TotpEnrolmentRequest.Judged request) {
    delay.attempt(request.loginId());
    Optional<Account> mayEnrol =
        jdbi.inTransaction(handle -> accounts.knock(handle, request.loginId()))
            .filter(found -> found.active() && !found.enrolled());
    String hash = mayEnrol.map(Account::passwordHash).orElse(null);
    delay.judge(request.loginId(), () -> passwords.matches(request.password(), hash));
    Account account = mayEnrol.orElseThrow(Credentials::refused);
    UUID id = Uuids.next();
    byte[] secret = secrets.next();
    OffsetDateTime expiresAt = clock.instant().plus(OPEN_FOR).atOffset(ZoneOffset.UTC);
    jdbi.useTransaction(
        handle -> {
          accounts.knock(handle, account.loginId());
          records.insertEnrolment(
              handle, id, account.id(), secrets.seal(account.id(), secret), expiresAt);
          log(handle, account, "totp-enrolment.begin");
          delay.wasRight(handle, account.loginId());
        });
    return TotpEnrolment.of(id, account.loginId(), secret, expiresAt);
  }

  /**
   * Confirms an enrolment with its first code, which is used up by it; with it come the account's
   * recovery codes, and those of an earlier enrolment are void.
   *
   * @throws ProblemException 404 when there is no such open enrolment; 401 for a wrong code; 429
   *     while the account waits
   */
  NewRecoveryCodes confirm(UUID enrolment, String code) {
    Account account =
        jdbi.inTransaction(handle -> accounts.knockEnrolment(handle, enrolment))
            .orElseThrow(ProblemException::notFound);
    delay.attempt(account.loginId());
    return jdbi.inTransaction(
        handle -> {
          Instant now = clock.instant();
          accounts.knockEnrolment(handle, enrolment);
          byte[] sealed =
              records.openEnrolment(handle, enrolment, now).orElseThrow(ProblemException::notFound);
          OptionalLong step = secrets.stepOf(account.id(), sealed, code, now);
          if (step.isEmpty()) {
            throw Credentials.refused();
          }
          if (!records.confirm(handle, account.id(), sealed, step.getAsLong())) {
            throw ProblemException.notFound();
          }
          NewRecoveryCodes made = recoveryCodes.renew(handle, account.id());
          log(handle, account, "totp-enrolment.confirm");
          delay.wasRight(handle, account.loginId());
          return made;
        });
  }

  private void log(Handle handle, Account account, String operation) {
    Caller knocking = Caller.atDoor(account.id(), account.organisationId(), account.role());
    accessLog.record(handle, knocking, operation, List.of(account.id()));
  }
}
