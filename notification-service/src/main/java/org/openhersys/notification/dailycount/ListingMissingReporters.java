package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * 未報告の一覧: who of an area, as the directory has it today, has not reported a day. Zero is a report.
 */
@Singleton
public class ListingMissingReporters {
  private static final String OPERATION = "daily-count.list-missing";
  private static final String LIST = "missing-daily-counts";

  private static final String MISSING =
      """
      select c.id, c.code, c.name
      from notification.count_reporter c
      where c.code > :after and %s
        and (:everywhere or left(c.municipality_code, 2) = any (:started))
        and not notification.has_reported(c.id, :day)
      order by c.code
      limit :most
      """
          .formatted(CountList.Side.AREA.condition());

  private final AccountedAccess access;
  private final CountedDays days;
  private final Cursors cursors;

  ListingMissingReporters(AccountedAccess access, CountedDays days, Cursors cursors) {
    this.access = access;
    this.days = days;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   * @throws ProblemException 422 for a day that nobody counts
   */
  MissingReporters list(Caller caller, LocalDate day, PageLimit limit, @Nullable String cursor) {
    if (!days.isCounted(day)) {
      throw ProblemException.invalidContent(
          "", "DAY_NOT_COUNTED", "日別の報告の対象でない日です。", "It is no day that is counted.");
    }
    UUID own = caller.organisationId();
    String filter = day.toString();
    String after = cursor == null ? "" : cursors.open(LIST, own, filter, cursor).get(0);
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          List<OrganisationReference> found = missing(handle, own, day, after, limit.plusOne());
          access.record(handle, caller, OPERATION, List.of());
          if (found.size() <= limit.value()) {
            return new MissingReporters(found, null);
          }
          List<OrganisationReference> items = found.subList(0, limit.value());
          String end = items.get(items.size() - 1).code();
          return new MissingReporters(items, cursors.seal(LIST, own, filter, end));
        });
  }

  private List<OrganisationReference> missing(
      Handle handle, UUID organisation, LocalDate day, String after, int most) {
    return handle
        .createQuery(MISSING)
        .bind("after", after)
        .bind("organisation", organisation)
        .bind("everywhere", days.isCountedEverywhere(day))
        .bindArray("started", String.class, days.startedBy(day))
        .bind("day", day)
        .bind("most", most)
        .map(
            (row, context) ->
                new OrganisationReference(
                    row.getObject("id", UUID.class), row.getString("code"), row.getString("name")))
        .list();
  }
}
