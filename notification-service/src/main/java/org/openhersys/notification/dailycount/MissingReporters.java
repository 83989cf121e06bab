package org.openhersys.notification.dailycount;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 未報告の報告者: who has not reported a day, in the order of codes.
 *
 * @param next cursor of the next page, or null on the last
 */
public record MissingReporters(List<OrganisationReference> items, @Nullable String next) {}
