package org.openhersys.notification.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.FindingView;

/**
 * 一括届出の行, in the reader's language.
 *
 * @param row the line of the body, from 1
 * @param notificationId null where it was refused
 * @param smartphoneEntryId null where it was refused
 * @param findingsOmitted how many more findings there were than are kept; null where none
 */
public record BatchRow(
    int row,
    RowOutcome outcome,
    @Nullable UUID notificationId,
    @Nullable String smartphoneEntryId,
    List<FindingView> findings,
    @Nullable Integer findingsOmitted) {}
