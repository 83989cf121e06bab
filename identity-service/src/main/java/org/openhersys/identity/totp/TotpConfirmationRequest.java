package org.openhersys.identity.totp;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** The first code of an enrolment. */
public record TotpConfirmationRequest(@Nullable String code) {

  List<Finding> findings() {
    return Credentials.missing(new Credentials.Given("code", code, 20));
  }

  /** The code, when it is there. */
  String judged() {
    return Objects.requireNonNull(code);
  }
}
