package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/** 届出元ごとの精度, in numbers: nothing of a person is read, so nothing is accounted for. */
@Singleton
public class RatingInstitutions {
  private static final String LIST = "quality-institutions";

  private final CallerTransaction transaction;
  private final InstitutionRecords records;
  private final Cursors cursors;

  RatingInstitutions(CallerTransaction transaction, InstitutionRecords records, Cursors cursors) {
    this.transaction = transaction;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  InstitutionQualityPage rate(Caller caller, Days days, PageLimit limit, @Nullable String cursor) {
    UUID after =
        cursor == null
            ? new UUID(0, 0)
            : UUID.fromString(
                cursors.open(LIST, caller.organisationId(), days.toString(), cursor).get(0));
    List<InstitutionQuality> found =
        transaction.inScope(
            caller, handle -> records.page(handle, caller, days, after, limit.plusOne()));
    if (found.size() <= limit.value()) {
      return new InstitutionQualityPage(found, null);
    }
    List<InstitutionQuality> items = found.subList(0, limit.value());
    return new InstitutionQualityPage(
        items,
        cursors.seal(
            LIST,
            caller.organisationId(),
            days.toString(),
            items.get(items.size() - 1).institution().id().toString()));
  }
}
