package org.openhersys.identity.account;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.door.Credentials;

/** パスワードの変更. */
public record PasswordChange(String currentPassword, String newPassword) {

  List<Finding> findings() {
    return Credentials.missing(
        new Credentials.Given("currentPassword", currentPassword, 200),
        new Credentials.Given("newPassword", newPassword, 200));
  }
}
