package org.openhersys.notification.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.idempotency.IdempotencyKeys;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.BodyReader;
import org.openhersys.api.json.MergePatch;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.revision.Differences;
import org.openhersys.notification.submission.KeptJson;

/** 下書きの作成・修正・破棄: by anybody of the organisation who may enter notifications ([S17]). */
@Singleton
public class TypingDraft {
  private static final String CREATE = "draft.create";
  private static final String CHANGE = "draft.change";
  private static final String DISCARD = "draft.discard";

  private final AccountedAccess access;
  private final Drafts drafts;
  private final DraftRecords records;
  private final ExaminingDraft examining;
  private final IdempotencyKeys keys;
  private final BodyReader bodies;
  private final KeptJson json;
  private final Clock clock;

  TypingDraft(
      AccountedAccess access,
      Drafts drafts,
      DraftRecords records,
      ExaminingDraft examining,
      IdempotencyKeys keys,
      BodyReader bodies,
      KeptJson json,
      Clock clock) {
    this.access = access;
    this.drafts = drafts;
    this.records = records;
    this.examining = examining;
    this.keys = keys;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps what was typed, or answers with what was kept before under the same key.
   *
   * @throws ProblemException 422 for what cannot be kept
   */
  KeptDraft create(Caller caller, IdempotencyKey key, Body<NotificationForm> body) {
    NotificationForm form = examining.requireKeepable(body);
    return access.attempt(
        caller,
        CREATE,
        List.of(),
        handle -> {
          UUID id = Uuids.next();
          Optional<UUID> standing =
              keys.claim(handle, caller, CREATE, key, Fingerprint.of(body.raw()), id);
          if (standing.isEmpty()) {
            records.create(handle, caller, id, form, clock.instant());
          }
          KeptDraft present = drafts.present(handle, standing.orElse(id));
          access.record(handle, caller, CREATE, List.of(present.id()));
          return present;
        });
  }

  /**
   * Merges the patch into what stands; a patch that changes nothing makes no revision.
   *
   * @param ifMatch the tag of the draft that the caller saw
   * @throws ProblemException 400 a field that the form does not have; 404; 409 settled; 428, 412
   *     with the differences; 422 for what cannot be kept
   */
  KeptDraft change(Caller caller, UUID id, @Nullable String ifMatch, Body<ObjectNode> patch) {
    return access.attempt(
        caller,
        CHANGE,
        List.of(id),
        handle -> {
          KeptDraft present = hold(handle, id, ifMatch);
          JsonNode before = json.tree(json.write(present.document()));
          NotificationForm after = examining.requireKeepable(merged(patch, before));
          if (!Differences.between(before, json.tree(json.write(after))).isEmpty()) {
            records.revise(handle, caller, id, present.revision() + 1, after, clock.instant());
          }
          access.record(handle, caller, CHANGE, List.of(id));
          return drafts.present(handle, id);
        });
  }

  /**
   * Throws the draft away.
   *
   * @throws ProblemException 404; 409 settled already; 428, 412 with the differences
   */
  void discard(Caller caller, UUID id, @Nullable String ifMatch) {
    access.attempt(
        caller,
        DISCARD,
        List.of(id),
        handle -> {
          hold(handle, id, ifMatch);
          records.settle(handle, caller, id, null, clock.instant());
          access.record(handle, caller, DISCARD, List.of(id));
          return null;
        });
  }

  private KeptDraft hold(Handle handle, UUID id, @Nullable String ifMatch) {
    KeptDraft present = drafts.hold(handle, id).requireOpen();
    drafts.requireSeen(handle, present, ifMatch);
    return present;
  }

  private Body<NotificationForm> merged(Body<ObjectNode> patch, JsonNode before) {
    // Removing what the form does not have is a mistake too; the merged document would not show it.
    bodies.read(patch.raw(), NotificationForm.class);
    return bodies.read(json.ascii(MergePatch.apply(before, patch.value())), NotificationForm.class);
  }
}
