package org.openhersys.notification.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhersys.api.problem.Finding;

/**
 * All logic checks (論理チェック) on a single form. An error refuses: only what is unreadable, excluded
 * by law, or impossible in an item of the minimum set, because a refused notification is a legal
 * duty missed. A warning is kept with the form.
 */
public final class LogicChecks {

  /** In the order of the table. */
  public static final List<LogicCheck> TABLE =
      Stream.of(
              MinimumSet.CHECKS,
              ItemChecks.CHECKS,
              NameChecks.CHECKS,
              PersonChecks.CHECKS,
              DateChecks.CHECKS,
              TestChecks.CHECKS,
              InfectionChecks.CHECKS,
              DeathChecks.CHECKS,
              CategoryChecks.CHECKS,
              SymptomChecks.CHECKS,
              RiskChecks.CHECKS,
              VaccinationChecks.CHECKS,
              MunicipalityChecks.CHECKS,
              AddressChecks.CHECKS,
              FourGroups.CHECKS,
              InstitutionChecks.CHECKS)
          .flatMap(Collection::stream)
          .sorted(Comparator.comparingInt(LogicCheck::number))
          .toList();

  /** The table, and what is checked beyond a single form. */
  public static final List<LogicCheck> ALL =
      Stream.concat(TABLE.stream(), BeyondOneForm.CHECKS.stream())
          .sorted(Comparator.comparingInt(LogicCheck::number))
          .toList();

  private LogicChecks() {}

  /**
   * All that is to be said about a form.
   *
   * @param unreadable what could not be read and is therefore absent from the form: it comes first,
   *     and nothing else is said of its place
   */
  public static List<Finding> examine(Examination form, List<Finding> unreadable) {
    Set<String> notRead = places(unreadable);
    List<Finding> found =
        TABLE.stream()
            .flatMap(check -> check.examine(form))
            .filter(finding -> !notRead.contains(finding.pointer()))
            .toList();
    Set<String> explained = places(found.stream().filter(finding -> !isMissing(finding)).toList());
    return Stream.concat(
            unreadable.stream(),
            found.stream()
                .filter(finding -> !isMissing(finding) || !explained.contains(finding.pointer())))
        .toList();
  }

  private static Set<String> places(List<Finding> findings) {
    return findings.stream().map(Finding::pointer).collect(Collectors.toSet());
  }

  private static boolean isMissing(Finding finding) {
    return finding.code().equals(MinimumSet.REQUIRED);
  }
}
