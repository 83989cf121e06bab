package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/**
 * FAXの割当て: many work off one heap, and no fax is in two hands. A claim is a lease: who goes home
 * with one leaves it to the others when it runs out.
 */
@Singleton
public class ClaimingFax {
  private static final String CLAIM = "fax.claim";
  private static final String RELEASE = "fax.release";

  private final AccountedAccess access;
  private final Faxes faxes;
  private final FaxQueueRecords queue;
  private final Clock clock;
  private final Duration lease;

  /**
   * @param lease {@code hersys.fax.lease}: for how long a fax is one person's
   */
  ClaimingFax(
      AccountedAccess access,
      Faxes faxes,
      FaxQueueRecords queue,
      Clock clock,
      @ConfigProperty(name = "hersys.fax.lease") Duration lease) {
    this.access = access;
    this.faxes = faxes;
    this.queue = queue;
    this.clock = clock;
    this.lease = lease;
  }

  /** The oldest free one, if there is any, and how high the heap is then. */
  FaxClaim claimOldest(Caller caller) {
    Instant now = clock.instant();
    return access.attempt(
        caller,
        CLAIM,
        List.of(),
        handle -> {
          Optional<UUID> claimed = queue.claimOldest(handle, caller, now, now.plus(lease));
          access.record(handle, caller, CLAIM, claimed.stream().toList());
          return new FaxClaim(
              claimed.map(id -> Fax.of(faxes.present(handle, id, now))).orElse(null),
              queue.queue(handle, caller.organisationId(), now));
        });
  }

  /**
   * This one; who has claimed it already has it for another lease.
   *
   * @throws ProblemException 404; 409 settled, or claimed by somebody else
   */
  KeptFax claim(Caller caller, UUID id) {
    Instant now = clock.instant();
    return access.attempt(
        caller,
        CLAIM,
        List.of(id),
        handle -> {
          faxes.hold(handle, id, now).requireFreeFor(caller);
          queue.claim(handle, caller, id, now.plus(lease));
          access.record(handle, caller, CLAIM, List.of(id));
          return faxes.present(handle, id, now);
        });
  }

  /**
   * Gives it back to the queue; one that is free stays free.
   *
   * @throws ProblemException 404; 409 settled, or claimed by somebody else
   */
  void release(Caller caller, UUID id) {
    Instant now = clock.instant();
    access.attempt(
        caller,
        RELEASE,
        List.of(id),
        handle -> {
          faxes.hold(handle, id, now).requireFreeFor(caller);
          queue.release(handle, id);
          access.record(handle, caller, RELEASE, List.of(id));
          return null;
        });
  }
}
