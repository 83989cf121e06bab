package org.openhersys.identity.totp;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** The first code of an enrolment. */
public record TotpConfirmationRequest(String code) {

  List<Finding> findings() {
    return Credentials.missing(new Credentials.Given("code", code, 20));
  }
}
