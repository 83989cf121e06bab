package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/** 精度管理の一覧: what waits for the caller's step, oldest first. */
@Singleton
public class ListingChecks {
  private static final String OPERATION = "quality.list";
  private static final String LIST = "quality-checks";

  private final AccountedAccess access;
  private final QualityRecords records;
  private final Cursors cursors;

  ListingChecks(AccountedAccess access, QualityRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  QualityCheckPage list(
      Caller caller, QualityWorkList list, PageLimit limit, @Nullable String cursor) {
    QualityPlace place =
        cursor == null
            ? null
            : QualityPlace.of(cursors.open(LIST, caller.organisationId(), list.text(), cursor));
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          List<QualityCheck> found = records.page(handle, list, place, limit.plusOne());
          QualityCheckPage page = page(caller, list, found, limit.value());
          access.record(handle, caller, OPERATION, page.ids());
          return page;
        });
  }

  private QualityCheckPage page(
      Caller caller, QualityWorkList list, List<QualityCheck> found, int most) {
    if (found.size() <= most) {
      return new QualityCheckPage(found, null);
    }
    QualityCheck last = found.get(most - 1);
    return new QualityCheckPage(
        found.subList(0, most),
        cursors.seal(
            LIST,
            caller.organisationId(),
            list.text(),
            new QualityPlace(last.submittedAt(), last.id()).parts()));
  }
}
