package org.openhersys.identity.client;

import java.util.UUID;

/** 組織, as others name it. */
public record OrganisationReference(UUID id, String code, String name) {}
