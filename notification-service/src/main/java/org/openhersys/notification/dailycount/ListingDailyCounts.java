package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/** 日別報告数の一覧: what an institution reported, or what was reported in an area. */
@Singleton
public class ListingDailyCounts {
  private static final String OPERATION = "daily-count.list";
  private static final String LIST = "daily-counts";

  private final AccountedAccess access;
  private final DailyCountRecords records;
  private final Cursors cursors;

  ListingDailyCounts(AccountedAccess access, DailyCountRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  DailyCountPage list(Caller caller, CountList list, PageLimit limit, @Nullable String cursor) {
    UUID own = caller.organisationId();
    DailyCountPlace place =
        cursor == null ? null : DailyCountPlace.of(cursors.open(LIST, own, list.text(), cursor));
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          List<DailyCount> found =
              records.page(handle, list, own, place, limit.plusOne()).stream()
                  .map(KeptDailyCount::shown)
                  .toList();
          DailyCountPage page = page(found, limit, own, list.text());
          access.record(
              handle, caller, OPERATION, page.items().stream().map(DailyCount::id).toList());
          return page;
        });
  }

  private DailyCountPage page(
      List<DailyCount> found, PageLimit limit, UUID organisation, String filter) {
    if (found.size() <= limit.value()) {
      return new DailyCountPage(found, null);
    }
    List<DailyCount> items = found.subList(0, limit.value());
    String[] end = DailyCountPlace.parts(items.get(items.size() - 1));
    return new DailyCountPage(items, cursors.seal(LIST, organisation, filter, end));
  }
}
