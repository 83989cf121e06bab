package org.openhersys.tracking.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.handover.HandoverRecords.Outcome;

/** 引継ぎの引受: from here on the case is the requested centre's; the giver reads on for a while. */
@Singleton
public class AcceptingHandover {
  private static final String OPERATION = "handover.accept";

  private final AccountedAccess access;
  private final HandoverRecords records;
  private final Duration giverReads;
  private final Clock clock;

  /**
   * @param giverReads {@code hersys.handover.giver-reads}: how long a giver reads on that did not
   *     receive the notification; who received it reads for ever (Art. 12)
   */
  @Inject
  AcceptingHandover(
      AccountedAccess access,
      HandoverRecords records,
      @ConfigProperty(name = "hersys.handover.giver-reads") Duration giverReads,
      Clock clock) {
    this.access = access;
    this.records = records;
    this.giverReads = giverReads;
    this.clock = clock;
  }

  /**
   * @param ifMatch the tag of the handover that the caller saw
   * @throws ProblemException 404 unseen, 403 for the requesting centre, 428 without a tag, 412
   *     another tag, 409 not open
   */
  Handover accept(Caller caller, UUID id, String ifMatch) {
    return access.attempt(
        caller, OPERATION, List.of(id), handle -> accept(handle, caller, id, ifMatch));
  }

  private Handover accept(Handle handle, Caller caller, UUID id, String ifMatch) {
    Handover seen = records.find(handle, id).orElseThrow(ProblemException::notFound);
    if (!seen.toOrganisation().id().equals(caller.organisationId())) {
      throw ProblemException.forbidden();
    }
    seen.requireOpen(ifMatch);
    Instant giverReadsUntil = clock.instant().plus(giverReads);
    Outcome outcome = records.accept(handle, caller, seen, giverReadsUntil);
    if (outcome != Outcome.ACCEPTED) {
      throw refusal(outcome, seen);
    }
    access.record(handle, caller, OPERATION, List.of(id, seen.caseId()));
    return records.find(handle, id).orElseThrow(ProblemException::notFound);
  }

  private static ProblemException refusal(Outcome outcome, Handover seen) {
    return switch (outcome) {
      case NOT_OPEN -> Handover.notOpen();
      case STALE -> seen.stale();
      default -> ProblemException.notFound();
    };
  }
}
