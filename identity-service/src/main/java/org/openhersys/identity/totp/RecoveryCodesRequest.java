package org.openhersys.identity.totp;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/**
 * What somebody proves who wants new recovery codes: a session that was left open is not enough.
 *
 * @param code six digits (RFC 6238)
 */
public record RecoveryCodesRequest(String password, String code) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("password", password, 200), new Credentials.Given("code", code, 20));
  }
}
