package org.openhersys.identity.issuing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.BodyReader;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.activation.Activation;
import org.openhersys.identity.activation.Activations;
import org.openhersys.identity.issuing.ManagedAccountRecords.Outcome;
import org.openhersys.identity.organisation.OrganisationKind;
import org.openhersys.identity.organisation.OrganisationRecords;
import org.openhersys.identity.quota.AccountQuotas;

/** アカウントの変更: renaming, disabling, enabling, and a new activation ([S18, S19]). */
@Singleton
class ChangingAccount {
  private static final String CHANGE = "account.change";
  private static final String REACTIVATE = "account.reactivate";

  private final AccountedAccess access;
  private final ManagedAccountRecords records;
  private final OrganisationRecords organisations;
  private final AccountQuotas quotas;
  private final Activations activations;
  private final ObjectMapper mapper;
  private final BodyReader bodies;
  private final Clock clock;

  @Inject
  ChangingAccount(
      AccountedAccess access,
      ManagedAccountRecords records,
      OrganisationRecords organisations,
      AccountQuotas quotas,
      Activations activations,
      ObjectMapper mapper,
      BodyReader bodies,
      Clock clock) {
    this.access = access;
    this.records = records;
    this.organisations = organisations;
    this.quotas = quotas;
    this.activations = activations;
    this.mapper = mapper;
    this.bodies = bodies;
    this.clock = clock;
  }

  /**
   * Merges the patch into the present document (RFC 7396) and makes the account so.
   *
   * @throws ProblemException 404 not to be known of; 400 and 422 about the patch; 428 and 412 about
   *     the tag; 409 a state that cannot be had
   */
  ManagedAccount change(Caller caller, UUID id, @Nullable String ifMatch, Body<ObjectNode> patch) {
    return access.attempt(
        caller,
        CHANGE,
        List.of(id),
        handle -> {
          ManagedAccount present = find(handle, id);
          Body<AccountDocument> merged =
              bodies.merged(patch, mapper.valueToTree(present.document()), AccountDocument.class);
          AccountDocument.Judged wanted = merged.valid(merged.value().findings()).judged();
          ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, id, wanted));
          ManagedAccount turned = turn(handle, present, wanted);
          rename(handle, turned, wanted);
          access.record(handle, caller, CHANGE, List.of(id));
          return find(handle, id);
        });
  }

  /**
   * A new code for a lost phone or a forgotten password: what the account had is void at once.
   *
   * @throws ProblemException 404 not to be known of; 428 and 412 about the tag; 409 the own
   *     account, the last administrator, the quota
   */
  IssuedAccount reactivate(Caller caller, UUID id, @Nullable String ifMatch) {
    return access.attempt(
        caller,
        REACTIVATE,
        List.of(id),
        handle -> {
          ManagedAccount present = find(handle, id);
          AccountDocument.Judged wanted =
              new AccountDocument.Judged(present.displayName(), AccountState.INVITED);
          ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, id, wanted));
          if (present.state() == AccountState.DISABLED) {
            requireRoom(handle, present);
          }
          requireDone(
              handle,
              id,
              wanted,
              records.withdraw(handle, present, wanted.state(), clock.instant()));
          Activation activation = activations.issue(handle, id);
          access.record(handle, caller, REACTIVATE, List.of(id));
          return new IssuedAccount(find(handle, id), activation);
        });
  }

  private ManagedAccount turn(
      Handle handle, ManagedAccount present, AccountDocument.Judged wanted) {
    Outcome outcome =
        switch (present.state().to(wanted.state())) {
          case STAYS -> Outcome.DONE;
          case DISABLES -> records.withdraw(handle, present, wanted.state(), clock.instant());
          case ENABLES -> {
            requireRoom(handle, present);
            yield records.enable(handle, present, clock.instant());
          }
          case NEVER_ACTIVATED -> Outcome.NOT_ACTIVATED;
          case ONLY_BY_REACTIVATION ->
              throw ProblemException.invalidContent(
                  "/state",
                  "ONLY_BY_REACTIVATION",
                  "発行済の状態には再アクティベーションで戻します",
                  "Only a reactivation makes an account await its activation");
        };
    requireDone(handle, present.id(), wanted, outcome);
    return find(handle, present.id());
  }

  private void rename(Handle handle, ManagedAccount account, AccountDocument.Judged wanted) {
    String name = wanted.displayName();
    if (!name.equals(account.displayName())
        && !records.rename(handle, account.id(), account.version(), name, clock.instant())) {
      throw stale(handle, account.id(), wanted);
    }
  }

  private void requireRoom(Handle handle, ManagedAccount account) {
    if (account.chargedTo() != null) {
      quotas.requireRoom(handle, account.chargedTo());
      return;
    }
    organisations
        .find(handle, account.organisationId())
        .filter(organisation -> organisation.kind() == OrganisationKind.HEALTH_CENTRE)
        .ifPresent(centre -> quotas.requireRoom(handle, centre.id()));
  }

  private void requireDone(Handle handle, UUID id, AccountDocument.Judged wanted, Outcome outcome) {
    switch (outcome) {
      case DONE -> {
        return;
      }
      case NOT_FOUND -> throw ProblemException.notFound();
      case STALE -> throw stale(handle, id, wanted);
      case OWN_ACCOUNT ->
          throw ProblemException.conflict(
              outcome.name(),
              "自分のアカウントは停止も再アクティベーションもできません",
              "Nobody disables or reactivates the own account");
      case LAST_ADMINISTRATOR ->
          throw ProblemException.conflict(
              outcome.name(),
              "最後の有効な国の管理者アカウントです",
              "This is the last active national administrator");
      case NOT_ACTIVATED ->
          throw ProblemException.conflict(
              outcome.name(),
              "まだ有効化されていません。再アクティベーションを使ってください",
              "The account was never activated; use reactivation");
    }
  }

  private ProblemException stale(Handle handle, UUID id, AccountDocument.Judged wanted) {
    return find(handle, id).stale(wanted, records.changedBy(handle, id));
  }

  private ManagedAccount find(Handle handle, UUID id) {
    return records.find(handle, id).orElseThrow(ProblemException::notFound);
  }
}
