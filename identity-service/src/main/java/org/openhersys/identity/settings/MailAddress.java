package org.openhersys.identity.settings;

import java.util.regex.Pattern;

/**
 * The form of a mail address that mail is sent to: dot-atom and host name of RFC 5321, ASCII, no
 * quoting, no comment. Nothing that could end a header line passes.
 */
public final class MailAddress {
  private static final int MOST = 254;
  private static final int MOST_LOCAL = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("(%1$s(?:\\.%1$s)*)@(?:%2$s\\.)+(?!\\d+$)%2$s".formatted(ATOM, LABEL));

  private MailAddress() {}

  /** Whether mail can be sent there. */
  public static boolean hasForm(String address) {
    return address.length() <= MOST
        && address.indexOf('@') <= MOST_LOCAL
        && FORM.matcher(address).matches();
  }
}
