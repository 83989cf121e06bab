package org.openhersys.identity.quota;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.organisation.OrganisationKind;
import org.openhersys.identity.organisation.OrganisationRecords;

/** The quotas of health centres: reading, setting, and holding to them ([S19]). */
@Singleton
public class AccountQuotas {
  private final AccountedAccess access;
  private final OrganisationRecords organisations;
  private final AccountQuotaRecords records;
  private final int usual;

  /**
   * @param usual {@code hersys.account.centre-quota}
   */
  @Inject
  AccountQuotas(
      AccountedAccess access,
      OrganisationRecords organisations,
      AccountQuotaRecords records,
      @ConfigProperty(name = "hersys.account.centre-quota") int usual) {
    this.access = access;
    this.organisations = organisations;
    this.records = records;
    this.usual = usual;
  }

  /**
   * Makes sure that the centre has room for one more account in this transaction. Others that issue
   * at the same centre wait until it ends.
   *
   * @throws ProblemException 409 when the quota is used up: then the ministry is asked ([S19])
   */
  public void requireRoom(Handle handle, UUID healthCentre) {
    records.hold(handle, healthCentre);
    AccountQuota quota = records.of(handle, healthCentre, usual);
    if (quota.used() >= quota.total()) {
      throw ProblemException.conflict(
          "QUOTA_EXHAUSTED",
          "アカウント数の上限（%d）に達しています。追加が必要な場合は厚生労働省に申請してください".formatted(quota.total()),
          "The quota of %d accounts is used up. Ask the ministry for more"
              .formatted(quota.total()));
    }
  }

  /**
   * @throws ProblemException 404 when it is no health centre; 403 when it is not the caller's to
   *     see
   */
  AccountQuota read(Caller caller, UUID healthCentre) {
    return access.attempt(
        caller,
        "account-quota.read",
        List.of(healthCentre),
        handle -> {
          requireSight(handle, caller, healthCentre);
          access.record(handle, caller, "account-quota.read", List.of(healthCentre));
          return records.of(handle, healthCentre, usual);
        });
  }

  /**
   * Sets the total; the caller is the ministry. One below what is used ends no account.
   *
   * @throws ProblemException 404 when it is no health centre; 428 and 412 about the tag
   */
  AccountQuota change(Caller caller, UUID healthCentre, @Nullable String ifMatch, int total) {
    return access.attempt(
        caller,
        "account-quota.change",
        List.of(healthCentre),
        handle -> {
          requireSight(handle, caller, healthCentre);
          AccountQuota present = records.of(handle, healthCentre, usual);
          ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, healthCentre, total));
          if (!records.change(handle, present, total)) {
            throw stale(handle, healthCentre, total);
          }
          access.record(handle, caller, "account-quota.change", List.of(healthCentre));
          return records.of(handle, healthCentre, usual);
        });
  }

  private ProblemException stale(Handle handle, UUID healthCentre, int wanted) {
    return records
        .of(handle, healthCentre, usual)
        .stale(wanted, records.changedBy(handle, healthCentre));
  }

  private void requireSight(Handle handle, Caller caller, UUID healthCentre) {
    boolean isHealthCentre =
        organisations
            .find(handle, healthCentre)
            .filter(organisation -> organisation.kind() == OrganisationKind.HEALTH_CENTRE)
            .isPresent();
    if (!isHealthCentre) {
      throw ProblemException.notFound();
    }
    boolean sees =
        caller.role() == Role.NATIONAL_ADMINISTRATOR
            || healthCentre.equals(caller.organisationId())
            || organisations.isBelow(handle, healthCentre, caller.organisationId());
    if (!sees) {
      throw ProblemException.forbidden();
    }
  }
}
