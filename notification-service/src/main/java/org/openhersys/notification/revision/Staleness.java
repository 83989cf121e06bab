package org.openhersys.notification.revision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.ProblemException;

/** What somebody is told whose If-Match names a revision that is no longer the present one. */
@Singleton
public class Staleness {
  private final RevisionRecords records;

  Staleness(RevisionRecords records) {
    this.records = records;
  }

  /**
   * The 412: who made the present revision, and where it differs from the one that the caller had.
   *
   * @param ifMatch what was named, or null
   * @param tag the form of the entity tag; its group 1 is the revision
   * @param revision the present one
   * @param current the present entity tag
   */
  public ProblemException problem(
      Handle handle,
      UUID notification,
      @Nullable String ifMatch,
      Pattern tag,
      int revision,
      String current) {
    KeptRevision present =
        records.find(handle, notification, revision).orElseThrow(ProblemException::notFound);
    Optional<KeptRevision> had = had(handle, notification, ifMatch, tag);
    return ProblemException.stale(
        current,
        present.organisation().name(),
        had.map(old -> Differences.between(old.tree(), present.tree())).orElse(List.of()));
  }

  private Optional<KeptRevision> had(
      Handle handle, UUID notification, @Nullable String ifMatch, Pattern tag) {
    Matcher matcher = tag.matcher(Objects.requireNonNullElse(ifMatch, ""));
    return matcher.find()
        ? records.find(handle, notification, Integer.parseInt(matcher.group(1)))
        : Optional.empty();
  }
}
