package org.openhersys.notification.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of institutions.
 *
 * @param next cursor of the next page, or null on the last
 */
public record InstitutionQualityPage(List<InstitutionQuality> items, @Nullable String next) {}
