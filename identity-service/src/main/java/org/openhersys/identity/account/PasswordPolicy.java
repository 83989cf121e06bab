package org.openhersys.identity.account;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * What a password must be: 12 to 200 characters, not easily guessed, without the login id. There is
 * no rule on kinds of characters and no expiry (NIST SP 800-63B).
 */
@Singleton
public class PasswordPolicy {
  private static final int LEAST = 12;
  private static final int MOST = 200;

  /** "Safely unguessable" in zxcvbn's scale of 0 to 4. */
  private static final int LEAST_SCORE = 3;

  /** What begins strong is strong; measuring takes the square of the length. */
  private static final int MOST_MEASURED = 64;

  private final Zxcvbn zxcvbn = new Zxcvbn();

  /**
   * What is wrong with a password, all at once.
   *
   * @param pointer where it stands in the body
   */
  public List<Finding> findings(String pointer, String password, String loginId) {
    List<Finding> findings = new ArrayList<>();
    int length = password.codePointCount(0, password.length());
    if (length > MOST) {
      return List.of(Finding.error(pointer, "TEXT_TOO_LONG", "長すぎます", "Too long"));
    }
    if (length < LEAST) {
      findings.add(
          Finding.error(
              pointer,
              "PASSWORD_TOO_SHORT",
              "パスワードは%d文字以上にしてください".formatted(LEAST),
              "A password has at least %d characters".formatted(LEAST)));
    }
    if (password.toLowerCase(Locale.ROOT).contains(loginId.toLowerCase(Locale.ROOT))) {
      findings.add(
          Finding.error(
              pointer,
              "PASSWORD_CONTAINS_LOGIN_ID",
              "パスワードにログインIDを含めないでください",
              "A password does not contain the login id"));
    }
    weakness(pointer, password, loginId).ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> weakness(String pointer, String password, String loginId) {
    String measured = password.substring(0, Math.min(password.length(), MOST_MEASURED));
    Strength strength = zxcvbn.measure(measured, List.of(loginId));
    if (strength.getScore() >= LEAST_SCORE) {
      return Optional.empty();
    }
    Feedback feedback = strength.getFeedback();
    return Optional.of(
        Finding.error(
            pointer,
            "PASSWORD_WEAK",
            "推測されやすいパスワードです" + reason(feedback, Locale.JAPANESE),
            "The password is easily guessed" + reason(feedback, Locale.ENGLISH)));
  }

  private static String reason(Feedback feedback, Locale locale) {
    @Nullable String warning = feedback.getWarning(locale);
    if (warning == null || warning.isBlank()) {
      return "";
    }
    return locale.equals(Locale.JAPANESE) ? "（" + warning + "）" : " (" + warning + ")";
  }
}
