package org.openhersys.tracking.casefile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/** 症例の一覧: the cases that the caller's health centre may see, a page at a time. */
@Singleton
public class ListingCases {
  private static final String OPERATION = "case.list";
  private static final String LIST = "cases";

  private final AccountedAccess access;
  private final CaseRecords records;
  private final Cursors cursors;

  @Inject
  ListingCases(AccountedAccess access, CaseRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  CasePage list(Caller caller, CaseListing listing, PageLimit limit, @Nullable String cursor) {
    CasePlace place =
        cursor == null
            ? null
            : CasePlace.of(cursors.open(LIST, caller.organisationId(), listing.text(), cursor));
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          List<CaseSummary> found =
              records.page(handle, caller.organisationId(), listing, place, limit.plusOne());
          CasePage page = page(caller, listing, limit, found);
          access.record(
              handle, caller, OPERATION, page.items().stream().map(CaseSummary::id).toList());
          return page;
        });
  }

  private CasePage page(
      Caller caller, CaseListing listing, PageLimit limit, List<CaseSummary> found) {
    if (found.size() <= limit.value()) {
      return new CasePage(found, null);
    }
    List<CaseSummary> items = found.subList(0, limit.value());
    CasePlace end = CasePlace.of(items.get(items.size() - 1));
    return new CasePage(
        items, cursors.seal(LIST, caller.organisationId(), listing.text(), end.parts()));
  }
}
