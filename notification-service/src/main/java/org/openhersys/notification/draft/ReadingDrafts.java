package org.openhersys.notification.draft;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;

/** 下書きの参照: within the organisation that keeps them. */
@Singleton
public class ReadingDrafts {
  private static final String LIST = "draft.list";
  private static final String READ = "draft.read";
  private static final String REVISIONS = "draft.revisions";
  private static final String DRAFTS = "drafts";
  private static final String DRAFT_REVISIONS = "draft-revisions";

  private final AccountedAccess access;
  private final Drafts drafts;
  private final DraftRecords records;
  private final Cursors cursors;

  ReadingDrafts(AccountedAccess access, Drafts drafts, DraftRecords records, Cursors cursors) {
    this.access = access;
    this.drafts = drafts;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * A page of the organisation's drafts, oldest first.
   *
   * @param cursor where the page before ended, or null for the first
   */
  DraftPage list(Caller caller, DraftState state, PageLimit limit, @Nullable String cursor) {
    UUID organisation = caller.organisationId();
    DraftPlace place =
        cursor == null
            ? null
            : DraftPlace.of(cursors.open(DRAFTS, organisation, state.name(), cursor));
    return access.attempt(
        caller,
        LIST,
        List.of(),
        handle -> {
          List<DraftSummary> found =
              records.page(handle, organisation, state, place, limit.plusOne());
          DraftPage page = page(found, limit, organisation, state);
          access.record(handle, caller, LIST, page.items().stream().map(DraftSummary::id).toList());
          return page;
        });
  }

  /**
   * The draft in its present revision.
   *
   * @throws ProblemException 404 when there is none that the caller may know of
   */
  KeptDraft read(Caller caller, UUID id) {
    return access.attempt(
        caller,
        READ,
        List.of(id),
        handle -> {
          KeptDraft present = drafts.present(handle, id);
          access.record(handle, caller, READ, List.of(id));
          return present;
        });
  }

  /**
   * A page of its revisions, newest first.
   *
   * @throws ProblemException 404 when there is none that the caller may know of
   */
  DraftRevisionPage revisions(Caller caller, UUID id, PageLimit limit, @Nullable String cursor) {
    int below =
        cursor == null
            ? Integer.MAX_VALUE
            : Integer.parseInt(
                cursors
                    .open(DRAFT_REVISIONS, caller.organisationId(), id.toString(), cursor)
                    .get(0));
    return access.attempt(
        caller,
        REVISIONS,
        List.of(id),
        handle -> {
          drafts.present(handle, id);
          List<DraftRevision> found = records.revisions(handle, id, below, limit.plusOne());
          access.record(handle, caller, REVISIONS, List.of(id));
          return page(found, limit, caller.organisationId(), id);
        });
  }

  private DraftPage page(
      List<DraftSummary> found, PageLimit limit, UUID organisation, DraftState state) {
    if (found.size() <= limit.value()) {
      return new DraftPage(found, null);
    }
    List<DraftSummary> items = found.subList(0, limit.value());
    String[] end = DraftPlace.parts(items.get(items.size() - 1));
    return new DraftPage(items, cursors.seal(DRAFTS, organisation, state.name(), end));
  }

  private DraftRevisionPage page(
      List<DraftRevision> found, PageLimit limit, UUID organisation, UUID id) {
    if (found.size() <= limit.value()) {
      return new DraftRevisionPage(found, null);
    }
    List<DraftRevision> items = found.subList(0, limit.value());
    String end = String.valueOf(items.get(items.size() - 1).revision());
    return new DraftRevisionPage(
        items, cursors.seal(DRAFT_REVISIONS, organisation, id.toString(), end));
  }
}
