package org.openhersys.notification.revision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.FindingView;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/** 改訂: a revision with its document, as it is shown. */
public record Revision(
    int revision,
    Instant recordedAt,
    OrganisationReference organisation,
    Author enteredBy,
    @Nullable String attestedBy,
    DiagnosisCategory category,
    NotificationForm document,
    List<FindingView> findings) {

  static Revision of(KeptRevision kept, Locale language) {
    return new Revision(
        kept.revision(),
        kept.recordedAt(),
        kept.organisation(),
        kept.enteredBy(),
        kept.attestedBy(),
        kept.category(),
        kept.document(),
        kept.findings().stream().map(finding -> finding.in(language)).toList());
  }
}
