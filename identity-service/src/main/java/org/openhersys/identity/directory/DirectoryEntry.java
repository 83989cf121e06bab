package org.openhersys.identity.directory;

import java.util.Objects;
import org.openhersys.identity.organisation.OrganisationKind;

/**
 * An organisation as it shall be, when nothing is wrong with its row: what every organisation has
 * is there.
 */
record DirectoryEntry(Wanted wanted, String code, OrganisationKind kind, String name) {
  /** Of a row that was judged. */
  static DirectoryEntry of(Wanted judged) {
    return new DirectoryEntry(
        judged,
        Objects.requireNonNull(judged.code()),
        Objects.requireNonNull(judged.kind()),
        Objects.requireNonNull(judged.name()));
  }
}
