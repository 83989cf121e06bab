package org.openhersys.notification.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.BodyReader;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Accepted;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.Manuscript;
import org.openhersys.notification.submission.Provenance;
import org.openhersys.notification.submission.SubmittingNotification;

/**
 * 下書きの報告 ([S17]): a physician attests what stands, and it becomes a notification as any other does.
 * The draft is held meanwhile, so that however often and by how many it is reported, one
 * notification comes of it; a refused report leaves it open.
 */
@Singleton
public class ReportingDraft {
  private static final String OPERATION = "draft.report";

  private final AccountedAccess access;
  private final Drafts drafts;
  private final DraftRecords records;
  private final SubmittingNotification submitting;
  private final BodyReader bodies;
  private final KeptJson json;
  private final Clock clock;

  ReportingDraft(
      AccountedAccess access,
      Drafts drafts,
      DraftRecords records,
      SubmittingNotification submitting,
      BodyReader bodies,
      KeptJson json,
      Clock clock) {
    this.access = access;
    this.drafts = drafts;
    this.records = records;
    this.submitting = submitting;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Reports what stands, or answers as before under the same key.
   *
   * @param ifMatch the tag of the draft that the physician has read
   * @param report who attests
   * @param raw the body as it came
   * @throws ProblemException 404; 409 reported or discarded already, or while it is being reported;
   *     428, 412 with the differences; 422 with every finding that refuses
   */
  Accepted report(
      Caller caller,
      UUID id,
      @Nullable String ifMatch,
      IdempotencyKey key,
      DraftReport report,
      byte[] raw) {
    // The address is part of what is asked, but not of the body.
    byte[] fingerprint = Fingerprint.of(id.toString(), raw);
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          KeptDraft held = hold(handle, id);
          Accepted accepted =
              submitting
                  .repeated(handle, caller, OPERATION, key, fingerprint)
                  .orElseGet(() -> report(handle, caller, held, ifMatch, key, report, fingerprint));
          access.record(handle, caller, OPERATION, List.of(id, accepted.id()));
          return accepted;
        });
  }

  private Accepted report(
      Handle handle,
      Caller caller,
      KeptDraft held,
      @Nullable String ifMatch,
      IdempotencyKey key,
      DraftReport report,
      byte[] fingerprint) {
    drafts.requireSeen(handle, held.requireOpen(), ifMatch);
    UUID notification = Uuids.next();
    records.settle(handle, caller, held.id(), notification, clock.instant());
    return submitting.submit(
        handle,
        caller,
        new Manuscript(
            notification,
            attested(held.document(), report),
            new Provenance(
                caller.organisationId(), records.typist(handle, caller, held.id()), null),
            OPERATION,
            key,
            fingerprint));
  }

  private KeptDraft hold(Handle handle, UUID id) {
    try {
      return drafts.hold(handle, id);
    } catch (JdbiException failure) {
      throw IdempotencyKeys.whileClaiming(failure);
    }
  }

  private Body<NotificationForm> attested(NotificationForm typed, DraftReport report) {
    ObjectNode document = (ObjectNode) json.tree(json.write(typed));
    document.put("attestedBy", report.attestedBy());
    return bodies.read(json.ascii(document), NotificationForm.class);
  }
}
