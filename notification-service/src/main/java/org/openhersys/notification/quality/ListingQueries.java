package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;

/** 照会の一覧: what a centre was asked, or what an institute or NIID asked; oldest first. */
@Singleton
public class ListingQueries {
  private static final String OPERATION = "quality.list-queries";
  private static final String LIST = "quality-queries";

  private final AccountedAccess access;
  private final QueryRecords records;
  private final Cursors cursors;

  ListingQueries(AccountedAccess access, QueryRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param parameter the state; open ones when null
   * @param cursor where the page before ended, or null for the first
   * @throws ProblemException 422 for anything that is no state
   */
  QualityQueryPage list(
      Caller caller, @Nullable String parameter, PageLimit limit, @Nullable String cursor) {
    QueryState state = parameter == null ? QueryState.OPEN : state(parameter);
    QualityPlace place =
        cursor == null
            ? null
            : QualityPlace.of(cursors.open(LIST, caller.organisationId(), state.name(), cursor));
    boolean asked = QualityStep.of(caller).isPresent();
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          List<QualityQuery> found =
              records.page(handle, caller.organisationId(), asked, state, place, limit.plusOne());
          QualityQueryPage page = page(caller, state, found, limit.value());
          access.record(handle, caller, OPERATION, page.notifications());
          return page;
        });
  }

  private QualityQueryPage page(
      Caller caller, QueryState state, List<QualityQuery> found, int most) {
    if (found.size() <= most) {
      return new QualityQueryPage(found, null);
    }
    QualityQuery last = found.get(most - 1);
    return new QualityQueryPage(
        found.subList(0, most),
        cursors.seal(
            LIST,
            caller.organisationId(),
            state.name(),
            new QualityPlace(last.askedAt(), last.id()).parts()));
  }

  private static QueryState state(String parameter) {
    return Stream.of(QueryState.values())
        .filter(state -> state.name().equals(parameter))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "", "STATE_UNKNOWN", "stateの値が正しくありません", "There is no such state"));
  }
}
