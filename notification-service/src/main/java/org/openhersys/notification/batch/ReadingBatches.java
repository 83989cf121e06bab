package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;

/** 一括届出の参照と取消: within the organisation that has sent it. */
@Singleton
public class ReadingBatches {
  private static final String LIST = "batch.list";
  private static final String READ = "batch.read";
  private static final String ROWS = "batch.rows";
  private static final String CANCEL = "batch.cancel";
  private static final String BATCHES = "batches";
  private static final String BATCH_ROWS = "batch-rows";

  private final AccountedAccess access;
  private final BatchRecords records;
  private final Cursors cursors;
  private final Clock clock;

  ReadingBatches(AccountedAccess access, BatchRecords records, Cursors cursors, Clock clock) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * A page of the organisation's batches, newest first.
   *
   * @param cursor where the page before ended, or null for the first
   */
  BatchPage list(Caller caller, PageLimit limit, @Nullable String cursor) {
    UUID organisation = caller.organisationId();
    BatchPlace place =
        cursor == null ? null : BatchPlace.of(cursors.open(BATCHES, organisation, "", cursor));
    return access.attempt(
        caller,
        LIST,
        List.of(),
        handle -> {
          BatchPage page =
              page(records.page(handle, organisation, place, limit.plusOne()), limit, organisation);
          access.record(handle, caller, LIST, page.items().stream().map(Batch::id).toList());
          return page;
        });
  }

  /**
   * The job as it is now.
   *
   * @throws ProblemException 404 when there is none that the caller may know of
   */
  Batch read(Caller caller, UUID id) {
    return access.attempt(
        caller,
        READ,
        List.of(id),
        handle -> {
          Batch found = records.find(handle, id).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, READ, List.of(id));
          return found;
        });
  }

  /**
   * A page of what became of its rows, in their order.
   *
   * @throws ProblemException 404 when there is no such batch that the caller may know of
   */
  BatchRowPage rows(
      Caller caller,
      UUID id,
      Optional<RowOutcome> outcome,
      PageLimit limit,
      @Nullable String cursor,
      Locale language) {
    String filter = id + " " + outcome.map(RowOutcome::name).orElse("");
    int after =
        cursor == null
            ? 0
            : Integer.parseInt(
                cursors.open(BATCH_ROWS, caller.organisationId(), filter, cursor).get(0));
    return access.attempt(
        caller,
        ROWS,
        List.of(id),
        handle -> {
          requireKnown(handle, id);
          List<KeptRow> found = records.rows(handle, id, outcome, after, limit.plusOne());
          boolean more = found.size() > limit.value();
          List<KeptRow> shown = more ? found.subList(0, limit.value()) : found;
          access.record(
              handle,
              caller,
              ROWS,
              Stream.concat(
                      Stream.of(id),
                      shown.stream().map(KeptRow::notificationId).filter(Objects::nonNull))
                  .toList());
          String next =
              more
                  ? cursors.seal(
                      BATCH_ROWS,
                      caller.organisationId(),
                      filter,
                      String.valueOf(shown.get(shown.size() - 1).row()))
                  : null;
          return new BatchRowPage(shown.stream().map(row -> row.in(language)).toList(), next);
        });
  }

  /**
   * Cancels what is not taken in yet; again, it changes nothing.
   *
   * @throws ProblemException 404 when there is none that the caller may know of; 409 when it has
   *     ended otherwise, or is being received
   */
  Batch cancel(Caller caller, UUID id) {
    return access.attempt(
        caller,
        CANCEL,
        List.of(id),
        handle -> {
          requireKnown(handle, id);
          boolean cancelled = records.cancel(handle, id, clock.instant());
          Batch found = records.find(handle, id).orElseThrow(ProblemException::notFound);
          if (!cancelled && found.state() != BatchState.CANCELLED) {
            throw ProblemException.conflict(
                "BATCH_NOT_CANCELLABLE",
                "受信中又は終了した一括届出は取り消せません。",
                "A batch that is being received or has ended cannot be cancelled.");
          }
          access.record(handle, caller, CANCEL, List.of(id));
          return found;
        });
  }

  private void requireKnown(Handle handle, UUID id) {
    if (records.find(handle, id).isEmpty()) {
      throw ProblemException.notFound();
    }
  }

  private BatchPage page(List<Batch> found, PageLimit limit, UUID organisation) {
    if (found.size() <= limit.value()) {
      return new BatchPage(found, null);
    }
    List<Batch> items = found.subList(0, limit.value());
    String[] end = BatchPlace.parts(items.get(items.size() - 1));
    return new BatchPage(items, cursors.seal(BATCHES, organisation, "", end));
  }
}
