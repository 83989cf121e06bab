package org.openhersys.identity.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.organisation.Organisation;
import org.openhersys.identity.organisation.OrganisationRecords;

/**
 * Reading and changing the settings of an organisation: by its own managers, the local government
 * above it, and the ministry.
 */
@Singleton
class ChangingSettings {
  private static final String READ = "organisation-settings.read";
  private static final String CHANGE = "organisation-settings.change";

  private final AccountedAccess access;
  private final OrganisationRecords organisations;
  private final SettingsRecords records;

  @Inject
  ChangingSettings(
      AccountedAccess access, OrganisationRecords organisations, SettingsRecords records) {
    this.access = access;
    this.organisations = organisations;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when there is no such organisation; 403 when it is not the
   *     caller's to set
   */
  OrganisationSettings read(Caller caller, UUID id) {
    return access.attempt(
        caller,
        READ,
        List.of(id),
        handle -> {
          OrganisationSettings settings = records.of(handle, ownOrBelow(handle, caller, id));
          access.record(handle, caller, READ, List.of(id));
          return settings;
        });
  }

  /**
   * @throws ProblemException 404, 403 as for reading; 428 and 412 about the tag; 422 for what
   *     cannot be set
   */
  OrganisationSettings change(
      Caller caller, UUID id, String ifMatch, Body<OrganisationSettingsChange> body) {
    return access.attempt(
        caller,
        CHANGE,
        List.of(id),
        handle -> {
          Organisation organisation = ownOrBelow(handle, caller, id);
          OrganisationSettingsChange wanted =
              body.valid(body.value().findings(organisation.kind()));
          OrganisationSettings present = records.of(handle, organisation);
          ETags.requireMatch(ifMatch, present.tag(), () -> present.stale(wanted));
          if (!records.change(handle, present, wanted)) {
            throw records.of(handle, organisation).stale(wanted);
          }
          access.record(handle, caller, CHANGE, List.of(id));
          return records.of(handle, organisation);
        });
  }

  private Organisation ownOrBelow(Handle handle, Caller caller, UUID id) {
    Organisation organisation =
        organisations.find(handle, id).orElseThrow(ProblemException::notFound);
    boolean admitted =
        switch (caller.role()) {
          case NATIONAL_ADMINISTRATOR -> true;
          case LOCAL_GOVERNMENT_STAFF ->
              id.equals(caller.organisationId())
                  || organisations.isInAreaOf(handle, id, caller.organisationId());
          default -> id.equals(caller.organisationId());
        };
    if (!admitted) {
      throw ProblemException.forbidden();
    }
    return organisation;
  }
}
