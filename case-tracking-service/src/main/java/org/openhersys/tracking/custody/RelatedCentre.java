package org.openhersys.tracking.custody;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 関係保健所: a centre that shares a case ([S4]).
 *
 * @param until the last day, in Japan, on which it has that right; null when there is none
 */
public record RelatedCentre(
    OrganisationReference organisation, Right right, @Nullable LocalDate until) {}
