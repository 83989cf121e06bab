package org.openhersys.identity.issuing;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** ログインID: what an account logs in with; it need not name a person ([S18]). */
public final class LoginId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._@-]{3,80}");

  private LoginId() {}

  /** What is wrong with a login id; null is missing. */
  public static List<Finding> findings(String pointer, @Nullable String loginId) {
    if (loginId == null || loginId.isBlank()) {
      return List.of(
          Finding.error(pointer, "REQUIRED", "ログインIDを入力してください", "The login id is required"));
    }
    return FORM.matcher(loginId).matches()
        ? List.of()
        : List.of(
            Finding.error(
                pointer,
                "LOGIN_ID_FORM",
                "ログインIDは3〜80文字の半角英数字と . _ @ - です",
                "A login id has 3 to 80 letters, digits and . _ @ -"));
  }
}
