package org.openhersys.notification.sheet;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;

/**
 * Whether somebody is the person who entered a revision: the same account and, where it is shared
 * ([S18]), the same operator as named at login. Only letters and digits of the name count, in any
 * width and case: what cannot be seen makes nobody another person. A name that is missing on either
 * side tells nobody apart.
 */
final class SamePerson {
  private SamePerson() {}

  static boolean is(Caller caller, Entering entering) {
    return caller.organisationId().equals(entering.organisation())
        && caller.principalId().equals(entering.author().id())
        && sameOperator(caller.operator(), entering.author().operator());
  }

  static boolean sameOperator(@Nullable String one, @Nullable String other) {
    String first = one == null ? "" : ordinary(one);
    String second = other == null ? "" : ordinary(other);
    return first.isEmpty() || second.isEmpty() || first.equals(second);
  }

  private static String ordinary(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
