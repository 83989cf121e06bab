package org.openhersys.notification.sheet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.CurrentStatus;

/**
 * 症例 and its 現在のステータス, as case-tracking publishes them ([S14-3]).
 *
 * @param currentStatus null until it is known
 * @param statusETag for {@code If-Match} of {@code PUT /api/v1/cases/{id}/status}
 */
public record SheetCase(
    UUID id, String caseNumber, @Nullable CurrentStatus currentStatus, String statusETag) {}
