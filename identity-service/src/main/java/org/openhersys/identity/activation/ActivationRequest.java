package org.openhersys.identity.activation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** アクティベーション: a code and the password that its holder chooses. */
public record ActivationRequest(@Nullable String activationCode, @Nullable String password) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("activationCode", activationCode, 100),
        new Credentials.Given("password", password, 200));
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(activationCode), Objects.requireNonNull(password));
  }

  @Override
  public String toString() {
    return "ActivationRequest[hidden]";
  }

  /** Both are there. */
  record Judged(String activationCode, String password) {
    @Override
    public String toString() {
      return "ActivationRequest[hidden]";
    }
  }
}
