package org.openhersys.notification.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.revision.Differences;
import org.openhersys.notification.submission.KeptJson;

/** Holds a draft for whoever changes, discards or reports it: one after the other. */
@Singleton
class Drafts {
  private final DraftRecords records;
  private final KeptJson json;

  Drafts(DraftRecords records, KeptJson json) {
    this.records = records;
    this.json = json;
  }

  /**
   * Holds it until the transaction ends, and says how it stands then; a settled one is not held.
   *
   * @throws ProblemException 404 when there is none that the caller may know of
   */
  KeptDraft hold(Handle handle, UUID id) {
    records.lock(handle, id);
    return present(handle, id);
  }

  /**
   * As it stands.
   *
   * @throws ProblemException 404 when there is none that the caller may know of
   */
  KeptDraft present(Handle handle, UUID id) {
    return records.find(handle, id).orElseThrow(ProblemException::notFound);
  }

  /**
   * Whether the caller has seen what stands.
   *
   * @throws ProblemException 428 without a tag; 412 with the items that somebody else has typed
   *     meanwhile
   */
  void requireSeen(Handle handle, KeptDraft present, @Nullable String ifMatch) {
    ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, present, ifMatch));
  }

  // Within one organisation: which one changed it says nothing, and who did stands in the
  // revisions.
  private ProblemException stale(Handle handle, KeptDraft present, @Nullable String ifMatch) {
    return ProblemException.stale(present.tag(), null, differences(handle, present, ifMatch));
  }

  private List<String> differences(Handle handle, KeptDraft present, @Nullable String ifMatch) {
    Matcher tag =
        Pattern.compile("\"" + present.id() + "-([0-9]{1,9})\"")
            .matcher(Objects.requireNonNullElse(ifMatch, ""));
    if (!tag.find()) {
      return List.of();
    }
    int seen = Integer.parseInt(tag.group(1));
    return records.revisions(handle, present.id(), seen + 1, 1).stream()
        .filter(revision -> revision.revision() == seen)
        .findFirst()
        .map(revision -> Differences.between(tree(revision.document()), tree(present.document())))
        .orElse(List.of());
  }

  private JsonNode tree(Object document) {
    return json.tree(json.write(document));
  }
}
