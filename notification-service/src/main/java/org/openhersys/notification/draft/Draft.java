package org.openhersys.notification.draft;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.FindingView;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Author;

/**
 * 下書き, as it is shown.
 *
 * @param changedBy who typed the present revision
 * @param settledAt when it was reported or discarded; null while it is open
 * @param formVersion by whose rules it was read today
 * @param reportable whether it would be accepted today, once attested
 * @param missing JSON pointers of what the form version still wants
 */
public record Draft(
    UUID id,
    DraftState state,
    int revision,
    Instant createdAt,
    Author createdBy,
    Instant changedAt,
    Author changedBy,
    @Nullable UUID notificationId,
    @Nullable Instant settledAt,
    @Nullable Author settledBy,
    NotificationForm document,
    String formVersion,
    boolean reportable,
    List<FindingView> findings,
    List<String> missing) {

  static Draft of(KeptDraft kept, DraftTold told, Locale language) {
    return new Draft(
        kept.id(),
        kept.state(),
        kept.revision(),
        kept.createdAt(),
        kept.createdBy(),
        kept.changedAt(),
        kept.changedBy(),
        kept.notificationId(),
        kept.settledAt(),
        kept.settledBy(),
        kept.document(),
        told.formVersion(),
        kept.state() == DraftState.OPEN && told.isReportable(),
        told.findings().stream().map(finding -> finding.in(language)).toList(),
        told.missing());
  }
}
