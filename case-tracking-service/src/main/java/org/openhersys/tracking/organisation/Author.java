package org.openhersys.tracking.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 記録者.
 *
 * @param id the account, or the machine client
 * @param operator the person named at login where the account is shared ([S18]), or null
 */
public record Author(UUID id, @Nullable String operator) {}
