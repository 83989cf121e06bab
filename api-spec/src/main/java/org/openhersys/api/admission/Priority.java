package org.openhersys.api.admission;

import java.util.regex.Pattern;

/**
 * What goes first when not everything can be served: who logs in and who enters something before
 * who looks at a thing, and that before searches and lists. Only an order; who may do what is
 * decided elsewhere and by no address.
 */
enum Priority {
  /** Tokens and keys, and whatever changes something: a notification not taken in becomes a fax. */
  ENTRY(100),

  /** One thing, which somebody needs who is about to change it. */
  LOOK(75),

  /**
   * A password, which costs a core for a while: a storm of logins leaves desks for those who are
   * logged in, and for machines, who get their tokens without one.
   */
  LOGIN(60),

  /** Lists, searches, the change feed, validations: who asks them comes again by itself. */
  SEARCH(50);

  private static final Pattern ONE_THING = Pattern.compile("/[0-9a-fA-F-]{36}(/|$)");
  private static final Pattern LOGGING_IN = Pattern.compile("/sessions/?$");
  private static final Pattern ASKING = Pattern.compile("/(search|validations)/?$");

  private final int percent;

  Priority(int percent) {
    this.percent = percent;
  }

  /** That of a request. */
  static Priority of(String method, String path) {
    boolean looks = method.equals("GET") || method.equals("HEAD");
    if (looks && path.startsWith("/api/")) {
      return ONE_THING.matcher(path).find() ? LOOK : SEARCH;
    }
    if (looks) {
      return ENTRY;
    }
    if (ASKING.matcher(path).find()) {
      return SEARCH;
    }
    return LOGGING_IN.matcher(path).find() ? LOGIN : ENTRY;
  }

  /**
   * Of places or desks: how many may be taken, by whomever, when another of this priority takes
   * one; 1 or more.
   */
  int share(int most) {
    return Math.max(1, most * percent / 100);
  }
}
