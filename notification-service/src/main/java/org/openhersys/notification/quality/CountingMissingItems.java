package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.catalogue.MissingItems;
import org.openhersys.notification.form.NotificationForm;

/**
 * Keeps with the chain what a form lacks, so that a work list reads it. For whoever confirms or
 * revises, in that transaction; a notification that was never confirmed has no chain, and nothing
 * happens.
 */
@Singleton
public class CountingMissingItems {
  private final MissingItems missing;
  private final QualityRecords records;

  CountingMissingItems(MissingItems missing, QualityRecords records) {
    this.missing = missing;
    this.records = records;
  }

  /** Keeps what the present form lacks of what its version wants. */
  public void count(Handle handle, UUID notification, NotificationForm form, String formVersion) {
    records.countMissing(handle, notification, missing.of(form, FormVersions.kept(formVersion)));
  }
}
