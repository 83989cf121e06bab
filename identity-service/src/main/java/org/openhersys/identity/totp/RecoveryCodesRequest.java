package org.openhersys.identity.totp;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/**
 * What somebody proves who wants new recovery codes: a session that was left open is not enough.
 *
 * @param code six digits (RFC 6238)
 */
public record RecoveryCodesRequest(@Nullable String password, @Nullable String code) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("password", password, 200), new Credentials.Given("code", code, 20));
  }

  /** What is shown, when nothing of it is missing. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(password), Objects.requireNonNull(code));
  }

  /** Both are there. */
  record Judged(String password, String code) {
    @Override
    public String toString() {
      return "RecoveryCodesRequest[hidden]";
    }
  }
}
