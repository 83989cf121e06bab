package org.openhersys.identity.client;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** システム間連携クライアント, as lists show it. */
public record ClientSummary(
    UUID id,
    OrganisationReference organisation,
    String name,
    List<String> scopes,
    boolean active,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt) {}
