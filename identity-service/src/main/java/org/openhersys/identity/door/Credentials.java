package org.openhersys.identity.door;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;

/** What is asked of somebody at the door, and the one answer to whatever is wrong with it. */
public final class Credentials {
  private Credentials() {}

  /**
   * 401, the same for an unknown account, a wrong password, a wrong or used code, an account that
   * has not enrolled.
   */
  public static ProblemException refused() {
    return ProblemException.unauthenticated(
        "CREDENTIALS_REFUSED",
        "ログインID、パスワードまたは確認コードが正しくありません",
        "Login id, password or code is not right");
  }

  /** Findings for members that are missing or too long; none when all are there. */
  public static List<Finding> missing(Given... given) {
    List<Finding> findings = new ArrayList<>();
    for (Given one : given) {
      if (one.value() == null || one.value().isBlank()) {
        findings.add(
            Finding.error("/" + one.name(), "REQUIRED", "この項目は必須です", "This field is needed"));
      } else if (one.value().length() > one.most()) {
        findings.add(Finding.error("/" + one.name(), "TEXT_TOO_LONG", "長すぎます", "Too long"));
      }
    }
    return findings;
  }

  /**
   * A member of a request.
   *
   * @param value null where it was not sent
   * @param most characters
   */
  public record Given(String name, @Nullable String value, int most) {}
}
