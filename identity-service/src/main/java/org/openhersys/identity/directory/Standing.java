package org.openhersys.identity.directory;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.identity.organisation.OrganisationKind;

/**
 * The directory as it stands before an import.
 *
 * @param organisations by code
 * @param centres the code of the health centre that serves a municipality
 * @param area the municipalities that the caller may import for; null for all
 */
record Standing(
    Map<String, Known> organisations, Map<String, String> centres, @Nullable Set<String> area) {

  /** An organisation that is there; null for what is not set. */
  record Known(
      UUID id,
      String code,
      OrganisationKind kind,
      String name,
      @Nullable String nameKana,
      @Nullable String parentCode,
      @Nullable String municipalityCode,
      @Nullable String mailAddress) {}

  /** Whether the caller may import everything. */
  boolean everything() {
    return area == null;
  }

  /** Whether the caller may import for a municipality. */
  boolean reaches(String municipality) {
    return area == null || area.contains(municipality);
  }
}
