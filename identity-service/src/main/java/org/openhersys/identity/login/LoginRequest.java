package org.openhersys.identity.login;

import java.util.ArrayList;
import java.util.List;
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
    String loginId, String password, String code, String recoveryCode, String operator) {

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
}
