package org.openhersys.notification.worklist;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/** 要確認などの一覧: what a centre has to confirm, and what an institution has to answer. */
@Singleton
public class ListingNotifications {
  private static final String OPERATION = "notification.list";
  private static final String LIST = "notifications";

  private final AccountedAccess access;
  private final SummaryRecords records;
  private final Cursors cursors;

  ListingNotifications(AccountedAccess access, SummaryRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  NotificationPage list(Caller caller, WorkList list, PageLimit limit, @Nullable String cursor) {
    NotificationPlace place =
        cursor == null
            ? null
            : NotificationPlace.of(
                cursors.open(LIST, caller.organisationId(), list.text(), cursor));
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          NotificationPage page =
              NotificationPage.of(
                  records.page(handle, caller.organisationId(), list, place, limit.plusOne()),
                  limit,
                  list::place,
                  cursors,
                  LIST,
                  caller.organisationId(),
                  list.text());
          access.record(handle, caller, OPERATION, page.ids());
          return page;
        });
  }
}
