package org.openhersys.identity.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.door.LoginDelay;

/** パスワードの変更 by who is logged in; the account's other sessions are over with it. */
@Singleton
public class ChangingOwnPassword {
  private static final String OPERATION = "account.change-password";

  private final AccountedAccess access;
  private final AccountRecords accounts;
  private final LoginDelay delay;
  private final Passwords passwords;
  private final PasswordPolicy policy;

  @Inject
  ChangingOwnPassword(
      AccountedAccess access,
      AccountRecords accounts,
      LoginDelay delay,
      Passwords passwords,
      PasswordPolicy policy) {
    this.access = access;
    this.accounts = accounts;
    this.delay = delay;
    this.passwords = passwords;
    this.policy = policy;
  }

  /**
   * @throws ProblemException 403 for a machine; 422 when the present password is wrong or the new
   *     one is refused; 429 while the login id waits
   */
  void change(Caller caller, PasswordChange.Judged change) {
    if (caller.kind() != Caller.Kind.HUMAN) {
      throw ProblemException.forbidden();
    }
    Account own =
        access.attempt(
            caller,
            OPERATION,
            List.of(caller.principalId()),
            handle -> accounts.own(handle, caller));
    delay.attempt(own.loginId());
    if (!delay.judged(
        own.loginId(), () -> passwords.matches(change.currentPassword(), own.passwordHash()))) {
      throw ProblemException.invalidContent(
          "/currentPassword", "PASSWORD_WRONG", "現在のパスワードが違います", "The present password is wrong");
    }
    List<Finding> findings = policy.findings("/newPassword", change.newPassword(), own.loginId());
    if (!findings.isEmpty()) {
      delay.takeBack(own.loginId());
      throw ProblemException.invalidContent(findings);
    }
    String hash = delay.judged(own.loginId(), () -> passwords.hash(change.newPassword()));
    access.attempt(
        caller,
        OPERATION,
        List.of(caller.principalId()),
        handle -> {
          accounts.changeOwnPassword(handle, hash);
          access.record(handle, caller, OPERATION, List.of(caller.principalId()));
          delay.wasRight(handle, own.loginId());
          return null;
        });
  }
}
