package org.openhersys.identity.administrator;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.activation.Activation;

/**
 * {@code first-administrator LOGIN_ID DISPLAY_NAME [ORGANISATION_CODE ORGANISATION_NAME]}: prints
 * the activation code once, on standard output, and nothing else there. Ends with 0; 1 when it is
 * refused; 2 when the words are wrong.
 */
public class FirstAdministratorCommand implements QuarkusApplication {
  /** The first word. */
  public static final String NAME = "first-administrator";

  private static final String USAGE =
      "usage: %s LOGIN_ID DISPLAY_NAME [ORGANISATION_CODE ORGANISATION_NAME]".formatted(NAME);
  private static final int REFUSED = 1;
  private static final int WRONG_WORDS = 2;

  private final InvitingFirstAdministrator inviting;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @Inject
  FirstAdministratorCommand(InvitingFirstAdministrator inviting) {
    this.inviting = inviting;
  }

  @Override
  public int run(String... words) {
    if ((words.length != 3 && words.length != 5) || !words[0].equals(NAME)) {
      err.println(USAGE);
      return WRONG_WORDS;
    }
    FirstAdministrator wanted =
        new FirstAdministrator(
            words[1],
            words[2],
            words.length > 3 ? words[3] : null,
            words.length > 3 ? words[4] : null);
    List<Finding> findings = wanted.findings();
    if (!findings.isEmpty()) {
      findings.forEach(finding -> say(finding.pointer() + ": ", finding));
      return WRONG_WORDS;
    }
    InvitingFirstAdministrator.Invitation invitation = inviting.invite(wanted);
    return switch (invitation.outcome()) {
      case INVITED -> {
        print(wanted, Objects.requireNonNull(invitation.activation()));
        yield 0;
      }
      case ADMINISTRATOR_EXISTS ->
          refused(
              "国の管理者アカウントがすでにあります。新しいアカウントはその管理者が発行します。",
              "A national administrator exists already, and issues further accounts.");
      case LOGIN_ID_TAKEN -> refused("このログインIDは使われています。", "This login id is taken.");
      case ORGANISATION_DIFFERS ->
          refused(
              "別の国の組織が登録されているか、この組織コードが別の種別で使われています。",
              "Another national organisation stands, or another kind of organisation has this code.");
    };
  }

  private void print(FirstAdministrator wanted, Activation activation) {
    out.println("loginId: " + wanted.loginId());
    out.println("activationCode: " + activation.code());
    out.println("url: " + activation.url());
    out.println("expiresAt: " + activation.expiresAt());
    out.flush();
  }

  private int refused(String ja, String en) {
    err.println(ja);
    err.println(en);
    return REFUSED;
  }

  private void say(String place, Finding finding) {
    err.println(place + finding.message().in(Locale.JAPANESE));
    err.println(place + finding.message().in(Locale.ENGLISH));
  }
}
