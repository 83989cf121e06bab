package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;

/** FAXの登録: what came out of a centre's machine is put into its queue, with the original. */
@Singleton
public class RegisteringFax {
  private static final String OPERATION = "fax.register";

  private final AccountedAccess access;
  private final Faxes faxes;
  private final FaxRecords records;
  private final FaxSenders senders;
  private final IdempotencyKeys keys;
  private final Clock clock;

  RegisteringFax(
      AccountedAccess access,
      Faxes faxes,
      FaxRecords records,
      FaxSenders senders,
      IdempotencyKeys keys,
      Clock clock) {
    this.access = access;
    this.faxes = faxes;
    this.records = records;
    this.senders = senders;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What is known of it, of the query parameters.
   *
   * @throws ProblemException 422 for what is unreadable or out of bounds
   */
  FaxDetails details(
      @Nullable String receivedOn, @Nullable String pages, @Nullable String institution) {
    return FaxDetails.parse(receivedOn, pages, institution, Japan.day(clock.instant()));
  }

  /**
   * Keeps it, or answers with what was kept before under the same key.
   *
   * @throws ProblemException 422 when the institution is none of the centre's
   */
  KeptFax register(Caller caller, IdempotencyKey key, FaxDetails details, FaxOriginal original) {
    Instant now = clock.instant();
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          UUID id = Uuids.next();
          Optional<UUID> standing =
              keys.claim(
                  handle,
                  caller,
                  OPERATION,
                  key,
                  Fingerprint.of(details.text(), original.content()),
                  id);
          if (standing.isEmpty()) {
            requireServed(handle, caller, details.institution());
            records.add(handle, caller, id, details, original, now);
          }
          KeptFax kept = faxes.present(handle, standing.orElse(id), now);
          access.record(handle, caller, OPERATION, List.of(kept.id()));
          return kept;
        });
  }

  private void requireServed(Handle handle, Caller caller, @Nullable UUID institution) {
    if (institution != null && !senders.isServed(handle, caller.organisationId(), institution)) {
      throw notServed();
    }
  }

  /** 422: the institution is not one whose notifications this centre receives. */
  static ProblemException notServed() {
    return ProblemException.invalidContent(
        "",
        "INSTITUTION_NOT_SERVED",
        "この保健所が届出先となる医療機関ではありません。",
        "No institution whose notifications this health centre receives.");
  }
}
