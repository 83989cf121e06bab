package org.openhersys.identity.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/**
 * ログイン.
 *
 * @param code six digits (RFC 6238)
 * @param recoveryCode 回復コード, in the place of the code
 * @param operator who works under a shared account
 */
public record LoginRequest(
    @Nullable String loginId,
    @Nullable String password,
    @Nullable String code,
    @Nullable String recoveryCode,
    @Nullable String operator) {

  List<Finding> findings() {
    List<Finding> findings =
        new ArrayList<>(
            Credentials.missing(
                new Credentials.Given("loginId", loginId, 80),
                new Credentials.Given("password", password, 200),
                recoveryCode == null
                    ? new Credentials.Given("code", code, 20)
                    : new Credentials.Given("recoveryCode", recoveryCode, 60),
                new Credentials.Given(
                    "operator", operator == null || operator.isBlank() ? "-" : operator, 100)));
    if (code != null && recoveryCode != null) {
      findings.add(
          Finding.error(
              "/recoveryCode",
              "ONE_CODE_ONLY",
              "確認コードと回復コードはどちらか一方だけを入力してください",
              "Give either the code or a recovery code"));
    }
    return findings;
  }

  /** What is shown at the door, when nothing of it is missing. */
  Judged judged() {
    return new Judged(
        Objects.requireNonNull(loginId),
        Objects.requireNonNull(password),
        recoveryCode == null ? Objects.requireNonNull(code) : recoveryCode,
        recoveryCode != null,
        operator);
  }

  /**
   * Nothing is missing.
   *
   * @param code of the authenticator app, or a recovery code
   * @param recovers whether it is a recovery code
   */
  record Judged(
      String loginId, String password, String code, boolean recovers, @Nullable String operator) {
    @Override
    public String toString() {
      return "LoginRequest[hidden]";
    }
  }
}
