package org.openhersys.notification.submission;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * A warning of a notification's present revision.
 *
 * @param setAside null while it is open
 */
public record KeptFinding(Finding finding, @Nullable SetAside setAside) {
  /** Whether nobody has set it aside, or another value stands there since. */
  public boolean isOpen() {
    return setAside == null;
  }

  /** As it is shown to a reader of that language. */
  public NotificationFinding in(Locale locale) {
    return new NotificationFinding(
        finding.pointer(),
        finding.code(),
        finding.severity(),
        finding.message().in(locale),
        setAside);
  }
}
