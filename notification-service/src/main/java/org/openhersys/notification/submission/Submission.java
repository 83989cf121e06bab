package org.openhersys.notification.submission;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhersys.api.identifier.SmartphoneEntryId;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.check.LikelySamePerson;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.form.NotificationForm;

/**
 * A notification on its way in: examined, not yet stored.
 *
 * @param notificationId of the notification that is about to be
 * @param courseId of the course of care that it opens
 * @param smartphoneEntryId of that course
 * @param form what was written
 * @param version by whose rules it was read
 * @param warnings what the checks said about the form
 * @param queried what of a fax is to be asked of its sender
 * @param at the instant of 報告, the server's
 * @param provenance where it comes from
 */
record Submission(
    UUID notificationId,
    UUID courseId,
    SmartphoneEntryId smartphoneEntryId,
    NotificationForm form,
    FormVersion version,
    List<Finding> warnings,
    List<Finding> queried,
    Instant at,
    Provenance provenance) {

  /** 疾病, COVID-19 where the form does not say. */
  Disease disease() {
    return Objects.requireNonNullElse(form.disease(), Disease.COVID_19);
  }

  /**
   * What is told about it.
   *
   * @param alike whether somebody who is likely the same person was notified already
   */
  List<Finding> warnings(boolean alike) {
    return alike
        ? Stream.concat(warnings.stream(), Stream.of(LikelySamePerson.finding())).toList()
        : warnings;
  }

  /** The same under another entry id, for when that one is taken. */
  Submission under(SmartphoneEntryId other) {
    return new Submission(
        notificationId, courseId, other, form, version, warnings, queried, at, provenance);
  }
}
