package org.openhersys.identity.totp;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** Who wants to enrol an authenticator app. */
public record TotpEnrolmentRequest(String loginId, String password) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("loginId", loginId, 80),
        new Credentials.Given("password", password, 200));
  }
}
