package org.openhersys.identity.organisation;

import java.util.UUID;

/** 組織: an organisation of the directory. No personal data. */
public record Organisation(
    UUID id,
    String code,
    OrganisationKind kind,
    String name,
    String nameKana,
    String municipalityCode,
    UUID parentId) {}
