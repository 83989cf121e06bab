package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;

/** FAXの参照: within the centre that received them. */
@Singleton
public class ReadingFaxes {
  private static final String LIST = "fax.list";
  private static final String READ = "fax.read";
  private static final String ORIGINAL = "fax.original";
  private static final String FAXES = "faxes";

  private final AccountedAccess access;
  private final Faxes faxes;
  private final FaxRecords records;
  private final FaxQueueRecords queue;
  private final Cursors cursors;
  private final Clock clock;

  ReadingFaxes(
      AccountedAccess access,
      Faxes faxes,
      FaxRecords records,
      FaxQueueRecords queue,
      Cursors cursors,
      Clock clock) {
    this.access = access;
    this.faxes = faxes;
    this.records = records;
    this.queue = queue;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * A page in one state, oldest first, and how high the heap is.
   *
   * @param cursor where the page before ended, or null for the first
   */
  FaxPage list(Caller caller, FaxState state, PageLimit limit, @Nullable String cursor) {
    UUID centre = caller.organisationId();
    FaxPlace place =
        cursor == null ? null : FaxPlace.of(cursors.open(FAXES, centre, state.name(), cursor));
    Instant now = clock.instant();
    return access.attempt(
        caller,
        LIST,
        List.of(),
        handle -> {
          List<KeptFax> found = records.page(handle, centre, state, place, limit.plusOne(), now);
          FaxPage page = page(handle, found, limit, centre, state, now);
          access.record(handle, caller, LIST, page.items().stream().map(Fax::id).toList());
          return page;
        });
  }

  /**
   * What is known of the fax.
   *
   * @throws ProblemException 404 when there is none that the caller may know of
   */
  KeptFax read(Caller caller, UUID id) {
    return access.attempt(
        caller,
        READ,
        List.of(id),
        handle -> {
          KeptFax fax = faxes.present(handle, id, clock.instant());
          access.record(handle, caller, READ, List.of(id));
          return fax;
        });
  }

  /**
   * The fax itself.
   *
   * @throws ProblemException 404 when there is none that the caller may know of; 410 once the
   *     original is forgotten
   */
  FaxOriginal original(Caller caller, UUID id) {
    return access.attempt(
        caller,
        ORIGINAL,
        List.of(id),
        handle -> {
          KeptFax fax = faxes.present(handle, id, clock.instant());
          byte[] content =
              records
                  .content(handle, id)
                  .orElseThrow(
                      () ->
                          ProblemException.gone(
                              "ORIGINAL_FORGOTTEN",
                              "FAXの原本は保存期間が過ぎたため残っていません。",
                              "The original is kept no longer."));
          access.record(handle, caller, ORIGINAL, List.of(id));
          return new FaxOriginal(fax.type(), content);
        });
  }

  private FaxPage page(
      Handle handle,
      List<KeptFax> found,
      PageLimit limit,
      UUID centre,
      FaxState state,
      Instant now) {
    FaxQueue heap = queue.queue(handle, centre, now);
    if (found.size() <= limit.value()) {
      return new FaxPage(found.stream().map(Fax::of).toList(), null, heap);
    }
    List<KeptFax> items = found.subList(0, limit.value());
    String[] end = FaxPlace.parts(items.get(items.size() - 1));
    return new FaxPage(
        items.stream().map(Fax::of).toList(), cursors.seal(FAXES, centre, state.name(), end), heap);
  }
}
