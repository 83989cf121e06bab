package org.openhersys.identity.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 組織の設定の参照. */
@Singleton
class ReadingSettings {
  private static final String OPERATION = "organisation-settings.read";

  private final AccountedAccess access;
  private final WhoSets whoSets;
  private final SettingsRecords records;

  @Inject
  ReadingSettings(AccountedAccess access, WhoSets whoSets, SettingsRecords records) {
    this.access = access;
    this.whoSets = whoSets;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 when there is no such organisation; 403 when it is not the
   *     caller's to set
   */
  OrganisationSettings read(Caller caller, UUID id) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          OrganisationSettings settings = records.of(handle, whoSets.require(handle, caller, id));
          access.record(handle, caller, OPERATION, List.of(id));
          return settings;
        });
  }
}
