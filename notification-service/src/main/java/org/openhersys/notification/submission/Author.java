package org.openhersys.notification.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 入力者.
 *
 * @param id the account or machine client
 * @param operator the person named at login where the account is shared ([S18]), else null
 */
public record Author(UUID id, @Nullable String operator) {}
