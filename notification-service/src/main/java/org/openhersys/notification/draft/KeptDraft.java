package org.openhersys.notification.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Author;

/**
 * A draft as it is kept, in its present revision.
 *
 * @param changedBy who typed the present revision
 * @param notificationId what it became; null while nobody has reported it
 * @param settledAt when it was reported or discarded; null while it is open
 */
record KeptDraft(
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
    NotificationForm document) {

  /** The entity tag: what is attested is this revision. */
  String tag() {
    return ETags.strong(id, revision);
  }

  /**
   * For everything that is done to a draft.
   *
   * @throws ProblemException 409 when it is reported or discarded
   */
  KeptDraft requireOpen() {
    return switch (state) {
      case OPEN -> this;
      case REPORTED ->
          throw ProblemException.conflict(
              "DRAFT_REPORTED", "この下書きは報告済みです。", "The draft has been reported.");
      case DISCARDED ->
          throw ProblemException.conflict(
              "DRAFT_DISCARDED", "この下書きは破棄されています。", "The draft has been discarded.");
    };
  }
}
