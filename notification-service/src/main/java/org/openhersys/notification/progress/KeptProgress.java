package org.openhersys.notification.progress;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Text;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.question.Question;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.Standing;
import org.openhersys.notification.submission.SubmissionDate;

/** How far a notification has come. */
record KeptProgress(
    UUID id,
    UUID courseId,
    String smartphoneEntryId,
    ConfirmationState state,
    Standing standing,
    int revision,
    Instant receivedAt,
    List<SubmissionDate> submittedOn,
    OrganisationReference receivingHealthCentre,
    @Nullable Integer confirmedRevision,
    @Nullable Instant confirmedAt) {

  /**
   * As it is told.
   *
   * @param open the open questions
   */
  Progress told(List<Question> open, Locale language) {
    return new Progress(
        id,
        smartphoneEntryId,
        state,
        standing,
        words(open.size()).in(language),
        revision,
        receivedAt,
        submittedOn,
        receivingHealthCentre,
        confirmedRevision,
        confirmedAt,
        open);
  }

  /** The state in the words of whoever waits for the next step. */
  Text words(int open) {
    return switch (state) {
      case TO_BE_CONFIRMED ->
          confirmedRevision == null
              ? new Text(
                  "受理済み（要確認）: 保健所の確認を待っています。",
                  "Accepted; the health centre has not confirmed it yet.")
              : new Text(
                  "受理済み（要確認）: 内容の変更等により、保健所の再確認を待っています。",
                  "Accepted; it was confirmed before, and is to be confirmed again.");
      case RETURNED ->
          new Text(
              "差戻し: 保健所からの質問%d件に回答してください。届出は受理されたままです。".formatted(open),
              "Returned: the health centre waits for answers to %d questions. The notification stays accepted."
                  .formatted(open));
      case CONFIRMED ->
          revision > Objects.requireNonNull(confirmedRevision)
              ? new Text(
                  "保健所確認済（確認後に追加・修正あり）", "Confirmed by the health centre; supplemented since.")
              : new Text("保健所確認済", "Confirmed by the health centre.");
      case WITHDRAWN ->
          new Text("取下げ: この届出は取り下げられました。", "Withdrawn: it was a mistake; nothing follows.");
    };
  }
}
