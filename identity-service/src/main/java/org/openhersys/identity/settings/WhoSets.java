package org.openhersys.identity.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.organisation.Organisation;
import org.openhersys.identity.organisation.OrganisationRecords;

/**
 * Whose settings are whose to read and to change: an organisation's own managers', the local
 * government's above it, and the ministry's.
 */
@Singleton
class WhoSets {
  private final OrganisationRecords organisations;

  @Inject
  WhoSets(OrganisationRecords organisations) {
    this.organisations = organisations;
  }

  /**
   * The organisation whose settings are asked for.
   *
   * @throws ProblemException 404 when there is no such organisation; 403 when it is not the
   *     caller's to set
   */
  Organisation require(Handle handle, Caller caller, UUID id) {
    Organisation organisation =
        organisations.find(handle, id).orElseThrow(ProblemException::notFound);
    boolean admitted =
        caller.role() == Role.NATIONAL_ADMINISTRATOR
            || id.equals(caller.organisationId())
            || (caller.role() == Role.LOCAL_GOVERNMENT_STAFF
                && organisations.isInAreaOfCaller(handle, id));
    if (!admitted) {
      throw ProblemException.forbidden();
    }
    return organisation;
  }
}
