package org.openhersys.identity.directory;

import java.util.List;
import java.util.Locale;
import org.openhersys.api.problem.FindingView;

/** 一括登録の結果: what an import did, or would do. */
public record OrganisationImport(
    boolean dryRun,
    int created,
    int changed,
    int unchanged,
    List<MovedJurisdiction> moved,
    List<FindingView> warnings) {

  static OrganisationImport of(ImportPlan plan, boolean dryRun, Locale language) {
    return new OrganisationImport(
        dryRun,
        plan.created().size(),
        plan.changed().size(),
        plan.unchanged(),
        plan.moved(),
        plan.warnings().stream()
            .limit(ImportingOrganisations.MOST_FINDINGS)
            .map(warning -> warning.in(language))
            .toList());
  }
}
