package org.openhersys.tracking.feed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.event.Position;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.casefile.CaseRecords;
import org.openhersys.tracking.casefile.CaseSummary;
import org.openhersys.tracking.feed.ChangeRecords.Change;

/**
 * 変更の取得: what changed of the cases that the caller's centre may see. Nothing is ever skipped: rows
 * are read in the order of transaction and sequence, and only those that no open transaction can
 * still get in front of. Read without a cursor it tells everything from the beginning.
 */
@Singleton
public class ReadingChanges {
  private static final String OPERATION = "case-change.list";
  private static final String LIST = "case-changes";
  private static final String NO_FILTER = "";

  private final AccountedAccess access;
  private final ChangeRecords changes;
  private final CaseRecords cases;
  private final Cursors cursors;

  @Inject
  ReadingChanges(
      AccountedAccess access, ChangeRecords changes, CaseRecords cases, Cursors cursors) {
    this.access = access;
    this.changes = changes;
    this.cases = cases;
    this.cursors = cursors;
  }

  /**
   * @param cursor from the answer before, or null to begin
   * @throws ProblemException 410 when the cursor's generation is over
   */
  CaseChanges read(Caller caller, PageLimit limit, @Nullable String cursor) {
    FeedPlace asked =
        cursor == null
            ? null
            : FeedPlace.of(cursors.open(LIST, caller.organisationId(), NO_FILTER, cursor));
    return access.attempt(
        caller, OPERATION, List.of(), handle -> read(handle, caller, limit, asked));
  }

  private CaseChanges read(
      Handle handle, Caller caller, PageLimit limit, @Nullable FeedPlace asked) {
    FeedPlace from = place(changes.generation(handle), asked);
    List<Change> found =
        changes.behind(handle, caller.organisationId(), from.position(), limit.plusOne());
    boolean more = found.size() > limit.value();
    List<Change> shown = more ? found.subList(0, limit.value()) : found;
    List<CaseChange> items = items(handle, caller, shown);
    // A reader that is up to date asks again and again, and is shown nobody's data.
    if (!items.isEmpty()) {
      access.record(handle, caller, OPERATION, items.stream().map(CaseChange::caseId).toList());
    }
    Position end = shown.isEmpty() ? from.position() : shown.get(shown.size() - 1).position();
    String next =
        cursors.seal(
            LIST,
            caller.organisationId(),
            NO_FILTER,
            new FeedPlace(from.generation(), end).parts());
    return new CaseChanges(items, next, more);
  }

  private static FeedPlace place(UUID generation, @Nullable FeedPlace asked) {
    if (asked == null) {
      return new FeedPlace(generation, Position.START);
    }
    if (!asked.generation().equals(generation)) {
      throw ProblemException.gone(
          "CURSOR_GENERATION_OVER",
          "システムが復元されたため、cursorなしで最初から読み直してください",
          "The system was restored: read again from the beginning, without a cursor");
    }
    return asked;
  }

  // Each case once, in its present state: the older rows of the page would say the same.
  private List<CaseChange> items(Handle handle, Caller caller, List<Change> shown) {
    List<UUID> ids = shown.stream().map(Change::caseId).distinct().toList();
    Map<UUID, CaseSummary> visible =
        cases.visible(handle, caller.organisationId(), ids).stream()
            .collect(Collectors.toMap(CaseSummary::id, Function.identity()));
    return ids.stream().map(id -> CaseChange.of(id, visible.get(id))).toList();
  }
}
