package org.openhersys.tracking.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 保健所確認 of a notification of the case ([S14-2]).
 *
 * @param confirmedRevision the revision that was confirmed last, or null while none was; a later
 *     one may stand since
 * @param confirmedAt when that was, or null
 */
public record CaseConfirmation(
    ConfirmationState state, @Nullable Integer confirmedRevision, @Nullable Instant confirmedAt) {}
