package org.openhersys.notification.dailycount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.http.ETags;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * A count as it is kept, with its present revision.
 *
 * @param day the day that was counted
 * @param reportedAt when it was first reported
 */
record KeptDailyCount(
    UUID id,
    LocalDate day,
    Disease disease,
    OrganisationReference reporter,
    Instant reportedAt,
    KeptCountRevision present) {

  /** The entity tag: a revision is what changes. */
  String tag() {
    return tag(present.revision());
  }

  /** The entity tag that it had, or has, in that revision. */
  String tag(int revision) {
    return ETags.strong(id, revision);
  }

  CorrectionWindow window(LocalDate today, int days) {
    return CorrectionWindow.on(today, Japan.day(reportedAt), days);
  }

  boolean says(Map<String, Integer> counts) {
    return present.counts().equals(counts);
  }

  /** As it is shown. */
  DailyCount shown() {
    return new DailyCount(
        id,
        day,
        disease,
        reporter,
        present.bands(),
        present.total(),
        present.revision(),
        reportedAt,
        present.recordedAt());
  }

  /**
   * As it is shown with all that it was before.
   *
   * @param revisions newest first
   */
  DailyCountHistory with(List<KeptCountRevision> revisions, CorrectionWindow window) {
    return new DailyCountHistory(
        id,
        day,
        disease,
        reporter,
        present.bands(),
        present.total(),
        present.revision(),
        reportedAt,
        window,
        revisions.stream().map(KeptCountRevision::shown).toList());
  }
}
