package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.notification.form.Institution;
import org.openhersys.notification.form.NotificationForm;

/** 送信元の医療機関: the registered institutions whose notifications a centre receives (届出先). */
@Singleton
class FaxSenders {
  private static final String SERVED =
      """
      select id from identity.organisation_directory
      where kind = 'MEDICAL_INSTITUTION' and active and receiving_health_centre_id = :centre
      """;

  /** Whether that institution's notifications come to the centre. */
  boolean isServed(Handle handle, UUID centre, UUID institution) {
    return handle
        .createQuery(SERVED + " and id = :id")
        .bind("centre", centre)
        .bind("id", institution)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  /** The institution whose code stands in the head of the form, if it is such a one. */
  Optional<UUID> namedIn(Handle handle, UUID centre, NotificationForm form) {
    Institution head = form.institution();
    return head == null || head.code() == null
        ? Optional.empty()
        : handle
            .createQuery(SERVED + " and code = :code")
            .bind("centre", centre)
            .bind("code", head.code())
            .mapTo(UUID.class)
            .findOne();
  }
}
