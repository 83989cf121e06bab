package org.openhersys.tracking.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/**
 * 引継ぎの一覧, newest first: what the caller's centre asked for and what it is asked, or what goes on in
 * the area of the caller's local government.
 */
@Singleton
public class ListingHandovers {
  private static final String OPERATION = "handover.list";
  private static final String LIST = "handovers";

  private final AccountedAccess access;
  private final HandoverRecords records;
  private final Cursors cursors;

  @Inject
  ListingHandovers(AccountedAccess access, HandoverRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  HandoverPage list(Caller caller, HandoverFilter asked, PageLimit limit, @Nullable String cursor) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          HandoverFilter filter = asked.of(caller);
          List<Handover> found =
              records.page(
                  handle,
                  caller.organisationId(),
                  filter,
                  place(caller, filter, cursor),
                  limit.plusOne());
          HandoverPage page = page(caller, filter, limit, found);
          access.record(
              handle, caller, OPERATION, page.items().stream().map(Handover::id).toList());
          return page;
        });
  }

  private @Nullable HandoverPlace place(
      Caller caller, HandoverFilter filter, @Nullable String cursor) {
    return cursor == null
        ? null
        : HandoverPlace.of(cursors.open(LIST, caller.organisationId(), filter.text(), cursor));
  }

  private HandoverPage page(
      Caller caller, HandoverFilter filter, PageLimit limit, List<Handover> found) {
    if (found.size() <= limit.value()) {
      return new HandoverPage(found, null);
    }
    List<Handover> items = found.subList(0, limit.value());
    HandoverPlace end = HandoverPlace.of(items.get(items.size() - 1));
    return new HandoverPage(
        items, cursors.seal(LIST, caller.organisationId(), filter.text(), end.parts()));
  }
}
