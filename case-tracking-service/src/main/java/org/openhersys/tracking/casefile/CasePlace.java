package org.openhersys.tracking.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of the list ended: the case it ended with, by the list's order. */
record CasePlace(Instant submittedAt, UUID caseId) {

  static CasePlace of(CaseSummary last) {
    return new CasePlace(last.submittedAt(), last.id());
  }

  static CasePlace of(List<String> parts) {
    return new CasePlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  String[] parts() {
    return new String[] {submittedAt.toString(), caseId.toString()};
  }
}
