package org.openhersys.notification.duplicate;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.check.LikelySamePerson;
import org.openhersys.notification.form.NotificationForm;

/**
 * 同一人物の届出の有無: whether there is one, never whose. A submission asks the same in its own statement.
 */
@Singleton
public class LookingForSamePerson {

  /**
   * Asks for the person of a form, which may be incomplete.
   *
   * @param course whose own notifications do not count; null for a new one
   * @return the warning, where there is such a notification
   */
  public Optional<Finding> look(
      Handle handle, NotificationForm form, LocalDate today, UUID course) {
    boolean found =
        Likeness.of(form, today)
            .bind(handle.createQuery("select " + Likeness.SQL))
            .bind("course", course)
            .mapTo(Boolean.class)
            .one();
    return found ? Optional.of(LikelySamePerson.finding()) : Optional.empty();
  }
}
