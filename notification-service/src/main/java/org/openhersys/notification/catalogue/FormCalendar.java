package org.openhersys.notification.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says which form version is in force: by the calendar, unless the operator has pinned one. */
@Startup
@Singleton
public class FormCalendar {
  private final Optional<FormVersion> pinned;

  /**
   * @param pinned {@code hersys.form.version}: the label of the version to use whatever the day,
   *     for training and for re-enacting a time; left out, the calendar decides
   * @throws IllegalArgumentException when there is no version of that label, so that the service
   *     does not start
   */
  public FormCalendar(@ConfigProperty(name = "hersys.form.version") Optional<String> pinned) {
    this.pinned =
        pinned.map(
            label ->
                FormVersions.labelled(label)
                    .orElseThrow(
                        () -> new IllegalArgumentException("hersys.form.version: " + label)));
  }

  /** The version for what is first reported on this day in Japan. */
  public FormVersion on(LocalDate day) {
    return pinned.orElseGet(() -> FormVersions.inForceOn(day));
  }
}
