package org.openhersys.notification.batch;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** What became of a row, in both languages; null as in {@link BatchRow}. */
record KeptRow(
    int row,
    RowOutcome outcome,
    @Nullable UUID notificationId,
    @Nullable String smartphoneEntryId,
    List<Finding> findings,
    int omitted) {

  BatchRow in(Locale language) {
    return new BatchRow(
        row,
        outcome,
        notificationId,
        smartphoneEntryId,
        findings.stream().map(finding -> finding.in(language)).toList(),
        omitted == 0 ? null : omitted);
  }
}
