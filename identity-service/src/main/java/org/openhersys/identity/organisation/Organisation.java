package org.openhersys.identity.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 組織: an organisation of the directory. No personal data. */
public record Organisation(
    UUID id,
    String code,
    OrganisationKind kind,
    String name,
    @Nullable String nameKana,
    @Nullable String municipalityCode,
    @Nullable UUID parentId) {}
