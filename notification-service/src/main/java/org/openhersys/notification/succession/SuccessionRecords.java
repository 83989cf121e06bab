package org.openhersys.notification.succession;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.time.Japan;

/** Which notification of a course follows which. */
@Singleton
class SuccessionRecords {

  /**
   * Freezes the current notification, whose confirmation is held, and puts another one behind it
   * that has no revision yet. Its 提出日 is that day, where the course was not reported in that
   * category before ([S8]).
   */
  void succeed(Handle handle, UUID former, Successor later) {
    handle
        .createQuery(
            "select notification.%s(:former, :id, :version, :now, :category, :today)"
                .formatted(later.byFax() ? "succeed_by_fax" : "succeed"))
        .bind("former", former)
        .bind("id", later.id())
        .bind("version", later.version().label())
        .bind("now", later.at().atOffset(ZoneOffset.UTC))
        .bind("category", later.form().judged().category().name())
        .bind("today", Japan.day(later.at()))
        .mapTo(LocalDate.class)
        .one();
  }

  /** Whether the one is a 追加登録 to the other. */
  boolean succeeds(Handle handle, UUID id, UUID former) {
    return handle
        .createQuery(
            "select exists (select from notification.notification where id = :id and succeeds_id = :former)")
        .bind("id", id)
        .bind("former", former)
        .mapTo(Boolean.class)
        .one();
  }
}
