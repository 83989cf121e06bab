package org.openhersys.identity.account;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** パスワードの変更. */
public record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("currentPassword", currentPassword, 200),
        new Credentials.Given("newPassword", newPassword, 200));
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(Objects.requireNonNull(currentPassword), Objects.requireNonNull(newPassword));
  }

  /** Both are there. */
  record Judged(String currentPassword, String newPassword) {
    @Override
    public String toString() {
      return "PasswordChange[hidden]";
    }
  }
}
