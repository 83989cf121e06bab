package org.openhersys.notification.duplicate;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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
      Handle handle, NotificationForm form, LocalDate today, @Nullable UUID course) {
    return look(handle, Likeness.of(form, today), course);
  }

  /**
   * Asks without notifying (事前確認, 下書き): of notifications around today only, whatever date the form
   * has, so that nobody finds out another's date of diagnosis by asking with one date after
   * another.
   */
  public Optional<Finding> ask(
      Handle handle, NotificationForm form, LocalDate today, @Nullable UUID course) {
    return look(handle, Likeness.of(form, today).around(today), course);
  }

  private static Optional<Finding> look(Handle handle, Likeness likeness, @Nullable UUID course) {
    boolean found =
        likeness
            .bind(handle.createQuery("select " + Likeness.SQL))
            .bind("course", course)
            .mapTo(Boolean.class)
            .one();
    return found ? Optional.of(LikelySamePerson.finding()) : Optional.empty();
  }
}
