package org.openhersys.notification.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * A revision as it is kept.
 *
 * @param tree the document, member by member
 * @param before the document of the revision before; null for the first
 */
record KeptRevision(
    int revision,
    Instant recordedAt,
    OrganisationReference organisation,
    Author enteredBy,
    @Nullable String attestedBy,
    DiagnosisCategory category,
    NotificationForm document,
    List<Finding> findings,
    JsonNode tree,
    @Nullable JsonNode before) {

  RevisionSummary summary() {
    return new RevisionSummary(
        revision,
        recordedAt,
        organisation,
        enteredBy,
        attestedBy,
        category,
        before == null ? List.of() : Differences.between(before, tree));
  }
}
