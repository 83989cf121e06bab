package org.openhersys.identity.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of organisations in the order of their codes; {@code next} is absent on the last. */
public record OrganisationPage(List<Organisation> items, @Nullable String next) {}
