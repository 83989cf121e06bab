package org.openhersys.identity.issuing;

import jakarta.inject.Inject;
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
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.activation.Activation;
import org.openhersys.identity.activation.Activations;
import org.openhersys.identity.organisation.Organisation;
import org.openhersys.identity.organisation.OrganisationKind;
import org.openhersys.identity.organisation.OrganisationRecords;
import org.openhersys.identity.quota.AccountQuotas;

/** アカウントの発行, level by level ([S18, S18-2, S19]). */
@Singleton
class IssuingAccount {
  private static final String OPERATION = "account.issue";

  private final AccountedAccess access;
  private final IdempotencyKeys keys;
  private final OrganisationRecords organisations;
  private final ManagedAccountRecords records;
  private final AccountQuotas quotas;
  private final Activations activations;
  private final Clock clock;

  @Inject
  IssuingAccount(
      AccountedAccess access,
      IdempotencyKeys keys,
      OrganisationRecords organisations,
      ManagedAccountRecords records,
      AccountQuotas quotas,
      Activations activations,
      Clock clock) {
    this.access = access;
    this.keys = keys;
    this.organisations = organisations;
    this.records = records;
    this.quotas = quotas;
    this.activations = activations;
    this.clock = clock;
  }

  /**
   * @param key null when the client gave none
   * @param raw the body as it came, which the key stands for
   * @return with an activation, unless it is the answer to a repetition
   * @throws ProblemException 403 not the caller's to issue; 409 quota used up; 422 content
   */
  IssuedAccount issue(
      Caller caller, AccountRequest.Judged request, @Nullable IdempotencyKey key, byte[] raw) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(request.organisationId()),
        handle -> {
          UUID id = Uuids.next();
          Optional<UUID> standing =
              Optional.ofNullable(key)
                  .flatMap(k -> keys.claim(handle, caller, OPERATION, k, Fingerprint.of(raw), id));
          Activation activation = standing.isPresent() ? null : create(handle, caller, id, request);
          UUID made = standing.orElse(id);
          access.record(handle, caller, OPERATION, List.of(made));
          return new IssuedAccount(
              records.find(handle, made).orElseThrow(ProblemException::notFound), activation);
        });
  }

  private Activation create(Handle handle, Caller caller, UUID id, AccountRequest.Judged request) {
    Organisation organisation =
        organisations
            .find(handle, request.organisationId())
            .orElseThrow(
                () ->
                    ProblemException.invalidContent(
                        "/organisationId",
                        "ORGANISATION_UNKNOWN",
                        "この組織はありません",
                        "There is no such organisation"));
    requireFittingRole(request, organisation);
    if (!records.mayManage(handle, organisation.id(), request.role())) {
      throw ProblemException.forbidden();
    }
    if (request.chargedTo() != null) {
      requireCentreOfTheSameGovernment(handle, request.chargedTo(), organisation);
      quotas.requireRoom(handle, request.chargedTo());
    } else if (organisation.kind() == OrganisationKind.HEALTH_CENTRE) {
      quotas.requireRoom(handle, organisation.id());
    }
    if (!records.insert(handle, caller, id, request, clock.instant())) {
      throw ProblemException.invalidContent(
          "/loginId", "LOGIN_ID_TAKEN", "このログインIDは使われています", "This login id is taken");
    }
    return activations.issue(handle, id);
  }

  private static void requireFittingRole(AccountRequest.Judged request, Organisation organisation) {
    if (!IssuingRule.fits(request.role(), organisation.kind())) {
      throw ProblemException.invalidContent(
          "/role",
          "ROLE_NOT_FOR_KIND",
          "この種別の組織にこの役割のアカウントはありません",
          "There are no accounts of this role at this kind of organisation");
    }
  }

  private void requireCentreOfTheSameGovernment(
      Handle handle, UUID chargedTo, Organisation institute) {
    UUID government = institute.parentId();
    boolean fits =
        government != null
            && organisations
                .find(handle, chargedTo)
                .filter(centre -> centre.kind() == OrganisationKind.HEALTH_CENTRE)
                .filter(centre -> organisations.isBelow(handle, centre.id(), government))
                .isPresent();
    if (!fits) {
      throw ProblemException.invalidContent(
          "/chargedTo",
          "NOT_A_CENTRE_OF_THE_GOVERNMENT",
          "割当元は同じ自治体の保健所でなければなりません",
          "Only a health centre of the same local government can be charged");
    }
  }
}
