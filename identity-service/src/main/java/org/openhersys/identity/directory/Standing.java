package org.openhersys.identity.directory;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openhersys.identity.organisation.OrganisationKind;

/**
 * The directory as it stands before an import.
 *
 * @param organisations by code
 * @param centres the code of the health centre that serves a municipality
 * @param area the municipalities that the caller may import for; null for all
 */
record Standing(Map<String, Known> organisations, Map<String, String> centres, Set<String> area) {

  /** An organisation that is there; null for what is not set. */
  record Known(
      UUID id,
      String code,
      OrganisationKind kind,
      String name,
      String nameKana,
      String parentCode,
      String municipalityCode,
      String mailAddress) {}

  /** Whether the caller may import everything. */
  boolean everything() {
    return area == null;
  }
}
