package org.openhersys.notification.submission;

import java.util.UUID;

/** An organisation, as others name it. */
public record OrganisationReference(UUID id, String code, String name) {}
