package org.openhersys.notification.dailycount;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 報告者: an institution, or a positive-registration centre (陽性者登録センター).
 *
 * @param area 届出先保健所 of an institution's place, local government of a registration centre; null
 *     where no centre serves the place
 * @param prefecture code (JIS X 0401), or null
 */
record Reporter(UUID id, @Nullable UUID area, @Nullable String prefecture) {}
