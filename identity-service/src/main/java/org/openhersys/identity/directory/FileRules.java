package org.openhersys.identity.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.organisation.OrganisationKind;

/** What is wrong between the rows of a file, and between them and the directory that stands. */
final class FileRules {
  /** Of what kind the organisation above must be; what is not named stands under none. */
  private static final Map<OrganisationKind, Set<OrganisationKind>> PARENTS =
      Map.of(
          OrganisationKind.NATIONAL_SURVEILLANCE, Set.of(OrganisationKind.NATIONAL),
          OrganisationKind.SUPPORT, Set.of(OrganisationKind.NATIONAL),
          OrganisationKind.LOCAL_GOVERNMENT, Set.of(OrganisationKind.NATIONAL),
          OrganisationKind.MUNICIPALITY, Set.of(OrganisationKind.LOCAL_GOVERNMENT),
          OrganisationKind.HEALTH_CENTRE, Set.of(OrganisationKind.LOCAL_GOVERNMENT),
          OrganisationKind.LOCAL_INSTITUTE, Set.of(OrganisationKind.LOCAL_GOVERNMENT),
          OrganisationKind.CONTRACTOR,
              Set.of(
                  OrganisationKind.NATIONAL,
                  OrganisationKind.LOCAL_GOVERNMENT,
                  OrganisationKind.HEALTH_CENTRE));

  /** What means nothing without an organisation above it. */
  private static final Set<OrganisationKind> NEVER_ALONE =
      Set.of(
          OrganisationKind.HEALTH_CENTRE,
          OrganisationKind.LOCAL_INSTITUTE,
          OrganisationKind.CONTRACTOR);

  private final List<Wanted> all;
  private final Standing standing;
  private final Map<String, Wanted> byCode = new HashMap<>();
  private final Set<String> leadBack = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private FileRules(List<Wanted> all, Standing standing) {
    this.all = all;
    this.standing = standing;
  }

  static List<Finding> findings(List<Wanted> all, Standing standing) {
    FileRules rules = new FileRules(all, standing);
    rules.codes();
    rules.cycles();
    all.forEach(rules::parent);
    rules.jurisdictions();
    return rules.findings;
  }

  private void codes() {
    for (Wanted wanted : all) {
      if (wanted.code() == null) {
        continue;
      }
      Wanted first = byCode.putIfAbsent(wanted.code(), wanted);
      if (first != null) {
        error(
            wanted,
            Column.CODE,
            "CODE_DUPLICATE",
            "組織コードが%d行目と同じです".formatted(first.row().line()),
            "The code stands in line %d too".formatted(first.row().line()));
      }
    }
  }

  private void parent(Wanted wanted) {
    String parent = wanted.parentCode();
    if (wanted.kind() == null) {
      return;
    }
    if (parent == null) {
      if (NEVER_ALONE.contains(wanted.kind())) {
        error(
            wanted,
            Column.PARENT_CODE,
            "REQUIRED",
            "上位組織が必要です",
            "The organisation above is needed");
      }
    } else if (!byCode.containsKey(parent) && !standing.organisations().containsKey(parent)) {
      error(
          wanted,
          Column.PARENT_CODE,
          "PARENT_UNKNOWN",
          "上位組織がファイルにも登録済みの組織にもありません",
          "The organisation above is neither in the file nor in the directory");
    } else if (leadBack.contains(wanted.code())) {
      error(
          wanted,
          Column.PARENT_CODE,
          "PARENT_CYCLE",
          "上位組織をたどると自分に戻ります",
          "The organisations above lead back to this one");
    } else if (kindOf(parent) != null
        && !PARENTS.getOrDefault(wanted.kind(), Set.of()).contains(kindOf(parent))) {
      error(
          wanted,
          Column.PARENT_CODE,
          "PARENT_KIND",
          "この種別の組織はこの上位組織の下には置けません",
          "This kind of organisation does not stand under that one");
    }
  }

  // Each code is walked over once, whichever row the walk began at: a file of one long chain costs
  // no more
  // than another.
  private void cycles() {
    Set<String> walked = new HashSet<>();
    for (String begin : byCode.keySet()) {
      Set<String> walk = new LinkedHashSet<>();
      String code = begin;
      while (code != null && !walked.contains(code) && walk.add(code)) {
        code = parentOf(code);
      }
      if (code != null && walk.contains(code)) {
        List<String> way = List.copyOf(walk);
        leadBack.addAll(way.subList(way.indexOf(code), way.size()));
      }
      walked.addAll(walk);
    }
  }

  private @Nullable String parentOf(String code) {
    Wanted wanted = byCode.get(code);
    if (wanted != null) {
      return wanted.parentCode();
    }
    Standing.Known known = standing.organisations().get(code);
    return known == null ? null : known.parentCode();
  }

  private @Nullable OrganisationKind kindOf(String code) {
    Wanted wanted = byCode.get(code);
    if (wanted != null) {
      return wanted.kind();
    }
    Standing.Known known = standing.organisations().get(code);
    return known == null ? null : known.kind();
  }

  private void jurisdictions() {
    Map<String, Wanted> claimed = new HashMap<>();
    for (Wanted wanted : all) {
      for (String municipality : new HashSet<>(wanted.jurisdiction())) {
        Wanted first = claimed.putIfAbsent(municipality, wanted);
        if (first != null) {
          error(
              wanted,
              Column.JURISDICTION,
              "JURISDICTION_DOUBLE",
              "%sは%d行目の保健所の所管区域にもあります".formatted(municipality, first.row().line()),
              "%s is in the jurisdiction of line %d too"
                  .formatted(municipality, first.row().line()));
        }
      }
    }
  }

  private void error(Wanted wanted, Column column, String code, String ja, String en) {
    findings.add(Finding.error(wanted.row().at(column), code, ja, en));
  }
}
