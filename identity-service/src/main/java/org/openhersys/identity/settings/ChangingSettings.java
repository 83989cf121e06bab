package org.openhersys.identity.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.identity.organisation.Organisation;

/** 組織の設定の変更. */
@Singleton
class ChangingSettings {
  private static final String OPERATION = "organisation-settings.change";

  private final AccountedAccess access;
  private final WhoSets whoSets;
  private final SettingsRecords records;

  @Inject
  ChangingSettings(AccountedAccess access, WhoSets whoSets, SettingsRecords records) {
    this.access = access;
    this.whoSets = whoSets;
    this.records = records;
  }

  /**
   * @throws ProblemException 404, 403 as for reading; 428 and 412 about the tag; 422 for what
   *     cannot be set
   */
  OrganisationSettings change(
      Caller caller, UUID id, @Nullable String ifMatch, Body<OrganisationSettingsChange> body) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          Organisation organisation = whoSets.require(handle, caller, id);
          OrganisationSettingsChange wanted =
              body.valid(body.value().findings(organisation.kind()));
          OrganisationSettings present = records.of(handle, organisation);
          ETags.requireMatch(ifMatch, present.tag(), () -> stale(handle, organisation, wanted));
          if (!records.change(handle, present, wanted)) {
            throw stale(handle, organisation, wanted);
          }
          access.record(handle, caller, OPERATION, List.of(id));
          return records.of(handle, organisation);
        });
  }

  private ProblemException stale(
      Handle handle, Organisation organisation, OrganisationSettingsChange wanted) {
    return records
        .of(handle, organisation)
        .stale(wanted, records.changedBy(handle, organisation.id()));
  }
}
