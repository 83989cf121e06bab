package org.openhersys.identity.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.organisation.InstitutionCode;
import org.openhersys.identity.organisation.OrganisationKind;

/**
 * What a file without errors does to the directory that stands.
 *
 * @param created organisations that are not there
 * @param changed organisations that are otherwise, or whose mail address or area is
 * @param served the centre's code by municipality: what is added or moves
 * @param moved what another centre served
 */
record ImportPlan(
    List<DirectoryEntry> created,
    List<DirectoryEntry> changed,
    int unchanged,
    Map<String, String> served,
    List<MovedJurisdiction> moved,
    List<Finding> warnings) {

  static ImportPlan of(List<DirectoryEntry> all, Standing standing) {
    List<DirectoryEntry> created = new ArrayList<>();
    List<DirectoryEntry> changed = new ArrayList<>();
    Map<String, String> served = new HashMap<>();
    List<MovedJurisdiction> moved = new ArrayList<>();
    for (DirectoryEntry entry : all) {
      boolean area = serve(entry, standing, served, moved);
      Wanted wanted = entry.wanted();
      if (wanted.isNew()) {
        created.add(entry);
      } else if (wanted.differs() || wanted.mailDiffers() || area) {
        changed.add(entry);
      }
    }
    int unchanged = all.size() - created.size() - changed.size();
    return new ImportPlan(
        created, changed, unchanged, served, moved, warnings(all, standing, served));
  }

  /** All organisations that are stored. */
  Stream<DirectoryEntry> touched() {
    return Stream.concat(created.stream(), changed.stream());
  }

  private static boolean serve(
      DirectoryEntry entry,
      Standing standing,
      Map<String, String> served,
      List<MovedJurisdiction> moved) {
    boolean any = false;
    for (String municipality : entry.wanted().jurisdiction()) {
      String now = standing.centres().get(municipality);
      if (entry.code().equals(now) || served.put(municipality, entry.code()) != null) {
        continue;
      }
      any = true;
      if (now != null) {
        moved.add(new MovedJurisdiction(municipality, now, entry.code()));
      }
    }
    return any;
  }

  private static List<Finding> warnings(
      List<DirectoryEntry> all, Standing standing, Map<String, String> served) {
    List<Finding> warnings = new ArrayList<>();
    for (DirectoryEntry entry : all) {
      Wanted wanted = entry.wanted();
      if (!wanted.isOf(OrganisationKind.MEDICAL_INSTITUTION)) {
        continue;
      }
      if (InstitutionCode.hasForm(entry.code())
          && !InstitutionCode.checkDigitIsRight(entry.code())) {
        warnings.add(
            Finding.warning(
                wanted.row().at(Column.CODE),
                "INSTITUTION_CODE_CHECK_DIGIT",
                "医療機関コードの検査数字が違います",
                "The check digit of the institution's code is wrong"));
      }
      String municipality = wanted.municipalityCode();
      if (!served.containsKey(municipality) && !standing.centres().containsKey(municipality)) {
        warnings.add(
            Finding.warning(
                wanted.row().at(Column.MUNICIPALITY_CODE),
                "MUNICIPALITY_WITHOUT_CENTRE",
                "この市区町村を所管する保健所がまだありません",
                "No health centre serves this municipality yet"));
      }
    }
    return warnings;
  }
}
