package org.openhersys.notification.batch;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.idempotency.IdempotencyKeys.Standing;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;
import org.openhersys.notification.submission.SubmittingMany;

/**
 * 一括届出の受信: keeps the rows of a body as they come, some hundred at a time, each in a transaction of
 * its own. Nothing of them is processed before the last one is there; a body that breaks off leaves
 * nothing behind.
 */
@Singleton
public class ReceivingBatch {
  private static final Logger LOG = Logger.getLogger(ReceivingBatch.class);
  private static final String OPERATION = "batch.submit";
  private static final long OPEN_AGAIN_SECONDS = 10;

  private final Jdbi jdbi;
  private final CallerTransaction transaction;
  private final ReceptionRecords reception;
  private final BatchRecords batches;
  private final SubmittingMany submitting;
  private final IdempotencyKeys keys;
  private final AccessLog accessLog;
  private final BatchSettings settings;
  private final ReceivingPlaces places;
  private final Clock clock;

  ReceivingBatch(
      Jdbi jdbi,
      CallerTransaction transaction,
      ReceptionRecords reception,
      BatchRecords batches,
      SubmittingMany submitting,
      IdempotencyKeys keys,
      AccessLog accessLog,
      BatchSettings settings,
      ReceivingPlaces places,
      Clock clock) {
    this.jdbi = jdbi;
    this.transaction = transaction;
    this.reception = reception;
    this.batches = batches;
    this.submitting = submitting;
    this.keys = keys;
    this.accessLog = accessLog;
    this.settings = settings;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Receives a batch of lines, or answers with the one that was received under the same key.
   *
   * @throws ProblemException 413 beyond the bounds; 422 without rows, or when the key stands for
   *     another body; 409 when no health centre serves the sender's place; 429 when too many of the
   *     organisation's are on their way, or come at once; 400 when the body breaks off or comes too
   *     slowly; 401 when the session is over; 503 when too many bodies come at once
   */
  Batch receive(Caller caller, IdempotencyKey key, InputStream body) {
    places.take(caller.organisationId());
    try {
      return read(caller, key, body);
    } finally {
      places.leave(caller.organisationId());
    }
  }

  private Batch read(Caller caller, IdempotencyKey key, InputStream body) {
    Pace pace = new Pace(settings, clock);
    MeasuredBody measured =
        new MeasuredBody(body, settings.mostBytes(), pace, Fingerprint.digest());
    NdjsonRows rows = new NdjsonRows(measured, settings.mostRowBytes());
    UUID id = Uuids.next();
    Optional<Again> again = transaction.inScope(caller, handle -> begin(handle, caller, key, id));
    if (again.isPresent()) {
      readThrough(rows, row -> {});
      return again.get().with(measured.fingerprint());
    }
    try {
      keep(caller, id, rows, pace);
      byte[] fingerprint = measured.fingerprint();
      return received(caller, id, handle -> finish(handle, caller, key, fingerprint, id));
    } catch (RuntimeException failed) {
      breakOff(caller, id);
      throw failed;
    }
  }

  /**
   * A batch that stands already under the key. It is looked up while the caller's token holds: that
   * may run out while the body comes once more.
   */
  private record Again(Standing standing, Batch batch) {
    Batch with(byte[] fingerprint) {
      standing.under(fingerprint);
      return batch;
    }
  }

  private Optional<Again> begin(Handle handle, Caller caller, IdempotencyKey key, UUID id) {
    Optional<Standing> standing = keys.standing(handle, caller, OPERATION, key);
    if (standing.isPresent()) {
      return standing.map(one -> new Again(one, shown(handle, caller, one.resource())));
    }
    if (reception.open(handle, caller.organisationId()) >= settings.mostOpen()) {
      throw ProblemException.tooManyRequests(OPEN_AGAIN_SECONDS);
    }
    submitting.requireReceivingCentre(handle, caller);
    reception.begin(handle, caller, id, accessLog.traceId(), clock.instant());
    return Optional.empty();
  }

  private void keep(Caller caller, UUID id, RowSource rows, Pace pace) {
    Keeping keeping = new Keeping(caller, id);
    pace.meanwhile(keeping::touch);
    readThrough(rows, keeping::add);
    keeping.flush();
    if (keeping.all == 0) {
      throw ProblemException.invalidContent(
          "", "BATCH_EMPTY", "届出が1件も含まれていません。", "There is no notification in it.");
    }
  }

  private static void readThrough(RowSource rows, Consumer<RawRow> each) {
    try {
      for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        each.accept(row.get());
      }
    } catch (IOException brokenOff) {
      throw ProblemException.malformed(
          "", "BODY_BROKEN_OFF", "本文が途中で切れました。", "The body broke off.");
    }
  }

  private Batch finish(
      Handle handle, Caller caller, IdempotencyKey key, byte[] fingerprint, UUID id) {
    Optional<UUID> standing = keys.claim(handle, caller, OPERATION, key, fingerprint, id);
    if (standing.isPresent()) {
      reception.breakOff(handle, id);
    } else {
      reception.received(handle, id, clock.instant());
    }
    return shown(handle, caller, standing.orElse(id));
  }

  private Batch shown(Handle handle, Caller caller, UUID id) {
    accessLog.record(handle, caller, OPERATION, List.of(id));
    return batches.find(handle, id).orElseThrow(ProblemException::notFound);
  }

  private <T> T received(Caller caller, UUID id, Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          reception.enter(handle, caller, id);
          return work.apply(handle);
        });
  }

  // What cannot be cleared away now, because the database does not serve, is found later.
  private void breakOff(Caller caller, UUID id) {
    try {
      received(
          caller,
          id,
          handle -> {
            reception.breakOff(handle, id);
            return id;
          });
    } catch (RuntimeException failure) {
      LOG.infof("a batch that broke off is left to housekeeping batch=%s", id);
    }
  }

  /** The rows that are not yet kept. */
  private final class Keeping {
    private final Caller caller;
    private final UUID id;
    private RowChunk chunk = new RowChunk();
    private int all;

    Keeping(Caller caller, UUID id) {
      this.caller = caller;
      this.id = id;
    }

    void add(RawRow row) {
      all++;
      if (all > settings.mostRows()) {
        throw new ProblemException(ProblemType.TOO_LARGE, List.of());
      }
      chunk.add(row);
      if (chunk.rows() >= settings.chunkRows() || chunk.size() >= settings.chunkBytes()) {
        flush();
      }
    }

    /** Tells housekeeping that its sender is still sending. */
    void touch() {
      flush();
      received(
          caller,
          id,
          handle -> {
            reception.touch(handle, id, clock.instant());
            return id;
          });
    }

    void flush() {
      if (chunk.rows() > 0) {
        RowChunk full = chunk;
        chunk = new RowChunk();
        received(
            caller,
            id,
            handle -> {
              reception.keep(handle, id, full, clock.instant());
              return full.rows();
            });
      }
    }
  }
}
