package org.openhersys.identity.totp;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** Who wants to enrol an authenticator app. */
public record TotpEnrolmentRequest(@Nullable String loginId, @Nullable String password) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("loginId", loginId, 80),
        new Credentials.Given("password", password, 200));
  }

  /** What is shown, when nothing of it is missing. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(loginId), Objects.requireNonNull(password));
  }

  /** Both are there. */
  record Judged(String loginId, String password) {
    @Override
    public String toString() {
      return "TotpEnrolmentRequest[hidden]";
    }
  }
}
