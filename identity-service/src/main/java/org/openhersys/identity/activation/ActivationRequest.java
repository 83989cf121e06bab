package org.openhersys.identity.activation;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** アクティベーション: a code and the password that its holder chooses. */
public record ActivationRequest(String activationCode, String password) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("activationCode", activationCode, 100),
        new Credentials.Given("password", password, 200));
  }

  @Override
  public String toString() {
    return "ActivationRequest[hidden]";
  }
}
