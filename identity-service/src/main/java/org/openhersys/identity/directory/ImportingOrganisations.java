package org.openhersys.identity.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;

/** 組織の一括登録: all of a file or nothing, in one transaction. */
@Singleton
class ImportingOrganisations {
  /** More nobody reads, and an answer stays bounded. */
  static final int MOST_FINDINGS = 10_000;

  private final AccountedAccess access;
  private final ImportRecords records;
  private final Clock clock;

  @Inject
  ImportingOrganisations(AccountedAccess access, ImportRecords records, Clock clock) {
    this.access = access;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Imports.
   *
   * @param dryRun whether it only says what it would do
   * @throws ProblemException 422 with the errors of all rows: then nothing is stored
   */
  ImportPlan importFile(Caller caller, ImportFile file, boolean dryRun) {
    String operation = dryRun ? "organisation.rehearse-import" : "organisation.import";
    return access.attempt(
        caller,
        operation,
        List.of(),
        handle -> {
          // A file that is refused, or only rehearsed, holds up nobody.
          ImportPlan plan = plan(file, records.standing(handle, caller));
          if (!dryRun) {
            records.waitForOthers(handle);
            plan = plan(file, records.standing(handle, caller));
          }
          List<UUID> stored = dryRun ? List.of() : store(handle, plan);
          access.record(handle, caller, operation, stored);
          return plan;
        });
  }

  private static ImportPlan plan(ImportFile file, Standing standing) {
    List<Finding> findings = new ArrayList<>(file.findings());
    if (findings.isEmpty()) {
      List<Wanted> all = file.rows().stream().map(row -> Wanted.of(row, standing)).toList();
      all.forEach(wanted -> findings.addAll(RowRules.findings(wanted, standing)));
      findings.addAll(FileRules.findings(all, standing));
      if (findings.isEmpty()) {
        return ImportPlan.of(all.stream().map(DirectoryEntry::of).toList(), standing);
      }
    }
    throw ProblemException.invalidContent(
        findings.stream()
            .sorted(Comparator.comparingLong(ImportingOrganisations::line))
            .limit(MOST_FINDINGS)
            .toList());
  }

  private static long line(Finding finding) {
    return Long.parseLong(finding.pointer().split("/", -1)[2]);
  }

  private List<UUID> store(Handle handle, ImportPlan plan) {
    records.insert(handle, plan.created(), clock.instant());
    records.update(handle, plan.changed());
    records.serve(handle, plan.served(), Japan.today(clock));
    records.setMailAddresses(
        handle, plan.touched().filter(entry -> entry.wanted().mailDiffers()).toList());
    return records.idsOf(handle, plan.touched().map(DirectoryEntry::code).toList());
  }
}
