package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.problem.ProblemException;

/** Holds a fax for whoever claims, enters or closes it: one after the other. */
@Singleton
class Faxes {
  private final FaxRecords records;
  private final FaxQueueRecords queue;

  Faxes(FaxRecords records, FaxQueueRecords queue) {
    this.records = records;
    this.queue = queue;
  }

  /**
   * Holds it until the transaction ends, and says how it stands then; a settled one is not held.
   *
   * @throws ProblemException 404 when there is none that the caller may know of; 409 while somebody
   *     else holds it for long
   */
  KeptFax hold(Handle handle, UUID id, Instant now) {
    try {
      queue.lock(handle, id);
    } catch (JdbiException failure) {
      throw IdempotencyKeys.whileClaiming(failure);
    }
    return present(handle, id, now);
  }

  /**
   * As it stands.
   *
   * @throws ProblemException 404 when there is none that the caller may know of
   */
  KeptFax present(Handle handle, UUID id, Instant now) {
    return records.find(handle, id, now).orElseThrow(ProblemException::notFound);
  }
}
