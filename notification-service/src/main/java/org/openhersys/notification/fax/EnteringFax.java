package org.openhersys.notification.fax;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.BodyReader;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.form.FormPointer;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.question.AskingQuestions;
import org.openhersys.notification.question.QuestionItem;
import org.openhersys.notification.submission.Accepted;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.Manuscript;
import org.openhersys.notification.submission.Provenance;
import org.openhersys.notification.submission.SubmittingNotification;
import org.openhersys.notification.succession.SucceedingNotification;

/**
 * FAX代行入力: the centre enters what the fax says, and it becomes a notification of the institution
 * that sent it, as if that had entered it itself. What would refuse it there is asked of the sender
 * instead. The fax is held meanwhile, so that one notification comes of it.
 */
@Singleton
public class EnteringFax {
  private static final String OPERATION = "fax.enter";

  private final AccountedAccess access;
  private final Faxes faxes;
  private final FaxRecords records;
  private final FaxSenders senders;
  private final SubmittingNotification submitting;
  private final SucceedingNotification succeeding;
  private final AskingQuestions asking;
  private final BodyReader bodies;
  private final KeptJson json;
  private final Clock clock;

  EnteringFax(
      AccountedAccess access,
      Faxes faxes,
      FaxRecords records,
      FaxSenders senders,
      SubmittingNotification submitting,
      SucceedingNotification succeeding,
      AskingQuestions asking,
      BodyReader bodies,
      KeptJson json,
      Clock clock) {
    this.access = access;
    this.faxes = faxes;
    this.records = records;
    this.senders = senders;
    this.submitting = submitting;
    this.succeeding = succeeding;
    this.asking = asking;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Enters what the fax says, or answers as before under the same key.
   *
   * @param succeeds the current notification of a course of care that this is a 追加登録 to; null where
   *     it opens a course
   * @throws ProblemException 404; 403 where the centre only reads that notification; 409 settled,
   *     or claimed by somebody else, or that notification is withdrawn or not the current one; 422
   *     with every finding that refuses even so, or when the sender is no longer one of the
   *     centre's
   */
  Accepted enter(
      Caller caller,
      UUID id,
      @Nullable UUID succeeds,
      IdempotencyKey key,
      Body<NotificationForm> body) {
    // The address is part of what is asked, but not of the body.
    byte[] fingerprint =
        Fingerprint.of(succeeds == null ? id.toString() : id + " " + succeeds, body.raw());
    return access.attempt(
        caller,
        OPERATION,
        succeeds == null ? List.of(id) : List.of(id, succeeds),
        handle -> {
          KeptFax held = faxes.hold(handle, id, clock.instant());
          Accepted accepted =
              submitting
                  .repeated(handle, caller, OPERATION, key, fingerprint)
                  .orElseGet(() -> enter(handle, caller, held, succeeds, key, body, fingerprint));
          access.record(handle, caller, OPERATION, List.of(id, accepted.id()));
          return accepted;
        });
  }

  private Accepted enter(
      Handle handle,
      Caller caller,
      KeptFax held,
      @Nullable UUID succeeds,
      IdempotencyKey key,
      Body<NotificationForm> body,
      byte[] fingerprint) {
    held.requireFreeFor(caller);
    Instant now = clock.instant();
    UUID notification = Uuids.next();
    Optional<UUID> sender = sender(handle, caller, held, body.value());
    records.enter(handle, caller, held.id(), notification, sender.orElse(null), now);
    Manuscript manuscript =
        new Manuscript(
            notification,
            attested(body),
            new Provenance(
                sender.orElse(caller.organisationId()),
                new Author(caller.principalId(), caller.operator()),
                held.receivedOn()),
            OPERATION,
            key,
            fingerprint);
    Accepted accepted =
        succeeds == null
            ? submitting.submit(handle, caller, manuscript)
            : succeeding.succeed(handle, caller, succeeds, manuscript);
    // An institution that is not registered has nobody who could answer here.
    if (sender.isPresent() && !accepted.queried().isEmpty()) {
      asking.ask(handle, caller, notification, questions(accepted.queried()));
    }
    return accepted;
  }

  private Optional<UUID> sender(Handle handle, Caller caller, KeptFax held, NotificationForm form) {
    if (held.institution() == null) {
      return senders.namedIn(handle, caller.organisationId(), form);
    }
    UUID institution = held.institution().id();
    if (!senders.isServed(handle, caller.organisationId(), institution)) {
      throw RegisteringFax.notServed();
    }
    return Optional.of(institution);
  }

  // The physician who signed the form has attested it.
  private Body<NotificationForm> attested(Body<NotificationForm> body) {
    NotificationForm form = body.value();
    if (form.attestedBy() != null || form.physicianName() == null) {
      return body;
    }
    ObjectNode document = (ObjectNode) json.tree(json.write(form));
    document.put("attestedBy", form.physicianName());
    Body<NotificationForm> attested = bodies.read(json.ascii(document), NotificationForm.class);
    return new Body<>(body.raw(), attested.value(), body.findings());
  }

  private static List<QuestionItem> questions(List<Finding> queried) {
    return queried.stream()
        .map(
            finding ->
                new QuestionItem(
                    Stream.of(finding.pointer())
                        .filter(FormPointer::exists)
                        .findFirst()
                        .orElse(null),
                    "FAXの記載をご確認ください: " + finding.message().ja()))
        .distinct()
        .toList();
  }
}
