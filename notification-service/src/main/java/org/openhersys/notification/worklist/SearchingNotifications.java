package org.openhersys.notification.worklist;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/**
 * 発生届の検索, within the caller's sight. The access log holds the ids that were found; what was asked
 * for is people's data and stands nowhere.
 */
@Singleton
public class SearchingNotifications {
  private static final String OPERATION = "notification.search";
  private static final String LIST = "notification-search";

  private final AccountedAccess access;
  private final SummaryRecords records;
  private final Cursors cursors;

  SearchingNotifications(AccountedAccess access, SummaryRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  NotificationPage search(
      Caller caller, SearchCriteria criteria, PageLimit limit, @Nullable String cursor) {
    String filter = criteria.toString();
    NotificationPlace place =
        cursor == null
            ? null
            : NotificationPlace.of(cursors.open(LIST, caller.organisationId(), filter, cursor));
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          NotificationPage page =
              NotificationPage.of(
                  records.search(handle, criteria, place, limit.plusOne()),
                  limit,
                  NotificationPlace::of,
                  cursors,
                  LIST,
                  caller.organisationId(),
                  filter);
          access.record(handle, caller, OPERATION, page.ids());
          return page;
        });
  }
}
