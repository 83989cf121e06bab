package org.openhersys.notification.succession;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.form.DiagnosisCategory;

/** Which notification of a course follows which. */
@Singleton
class SuccessionRecords {

  /**
   * Freezes the current notification, whose confirmation is held, and puts another one behind it
   * that has no revision yet.
   *
   * @param today its 提出日, where the course was not reported in that category before ([S8])
   */
  void succeed(
      Handle handle,
      UUID former,
      UUID id,
      FormVersion version,
      DiagnosisCategory category,
      Instant now,
      LocalDate today) {
    handle
        .createQuery("select notification.succeed(:former, :id, :version, :now, :category, :today)")
        .bind("former", former)
        .bind("id", id)
        .bind("version", version.label())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("category", category.name())
        .bind("today", today)
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
