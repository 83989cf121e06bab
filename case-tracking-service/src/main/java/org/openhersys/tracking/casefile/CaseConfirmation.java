package org.openhersys.tracking.casefile;

import java.time.Instant;

/**
 * 保健所確認 of a notification of the case ([S14-2]).
 *
 * @param confirmedRevision the revision that was confirmed last, or null while none was; a later
 *     one may stand since
 * @param confirmedAt when that was, or null
 */
public record CaseConfirmation(
    ConfirmationState state, Integer confirmedRevision, Instant confirmedAt) {}
