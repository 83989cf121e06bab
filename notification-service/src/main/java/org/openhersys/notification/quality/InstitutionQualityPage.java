package org.openhersys.notification.quality;

import java.util.List;

/**
 * A page of institutions.
 *
 * @param next cursor of the next page, or null on the last
 */
public record InstitutionQualityPage(List<InstitutionQuality> items, String next) {}
