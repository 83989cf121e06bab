package org.openhersys.identity.login;

import java.util.List;
import org.openhersys.api.problem.Finding;

/**
 * ログイン.
 *
 * @param code six digits (RFC 6238)
 * @param operator who works under a shared account
 */
public record LoginRequest(String loginId, String password, String code, String operator) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("loginId", loginId, 80),
        new Credentials.Given("password", password, 200),
        new Credentials.Given("code", code, 20),
        new Credentials.Given(
            "operator", operator == null || operator.isBlank() ? "-" : operator, 100));
  }
}
