package org.openhersys.notification.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.check.FaxVerdict;
import org.openhersys.notification.check.Verdict;
import org.openhersys.notification.form.NotificationForm;

/**
 * 届出原稿: what is reported from something that is kept here, and not as the request brings it.
 *
 * @param notificationId of the notification that it becomes
 * @param form what it says, with what could not be read of it
 * @param operation as the idempotency key is kept for it
 * @param fingerprint SHA-256 of what the key stands for
 */
public record Manuscript(
    UUID notificationId,
    Body<NotificationForm> form,
    Provenance provenance,
    String operation,
    IdempotencyKey key,
    byte[] fingerprint) {

  /**
   * What is to be said about it: a fax is entered as it is, and asked about.
   *
   * @param role of who reports; null for a record system
   * @param version by whose rules it is read
   */
  public FaxVerdict examine(@Nullable Role role, LocalDate today, FormVersion version) {
    LocalDate faxReceivedOn = provenance.faxReceivedOn();
    return faxReceivedOn == null
        ? new FaxVerdict(Verdict.ofSubmission(role, form, today, version), List.of())
        : FaxVerdict.of(form, today, version, faxReceivedOn);
  }
}
