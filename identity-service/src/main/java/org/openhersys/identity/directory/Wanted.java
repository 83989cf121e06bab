package org.openhersys.identity.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.identity.organisation.OrganisationKind;

/**
 * An organisation as it shall be: what the row says, and what stands where a cell is empty. As long
 * as the row is not judged, what it needs may be missing: null.
 *
 * @param before as it stands; null for a new one
 * @param kind null where it could not be read
 * @param jurisdiction municipalities that the row adds to the centre's area
 */
record Wanted(
    ImportRow row,
    Standing.@Nullable Known before,
    @Nullable String code,
    @Nullable OrganisationKind kind,
    @Nullable String name,
    @Nullable String nameKana,
    @Nullable String parentCode,
    @Nullable String municipalityCode,
    List<String> jurisdiction,
    @Nullable String mailAddress) {

  boolean isNew() {
    return before == null;
  }

  boolean isOf(OrganisationKind expected) {
    return kind == expected;
  }

  /** Whether the organisation itself is other than it stands. */
  boolean differs() {
    return before != null
        && !(Objects.equals(name, before.name())
            && Objects.equals(nameKana, before.nameKana())
            && Objects.equals(parentCode, before.parentCode())
            && Objects.equals(municipalityCode, before.municipalityCode()));
  }

  /** Whether its mail address is other than it stands. */
  boolean mailDiffers() {
    return mailAddress != null && (before == null || !mailAddress.equals(before.mailAddress()));
  }

  static Wanted of(ImportRow row, Standing standing) {
    String code = row.code(Column.CODE);
    Standing.Known before = code == null ? null : standing.organisations().get(code);
    return new Wanted(
        row,
        before,
        code,
        kind(row, before),
        or(row.text(Column.NAME), before == null ? null : before.name()),
        or(row.text(Column.NAME_KANA), before == null ? null : before.nameKana()),
        or(row.code(Column.PARENT_CODE), before == null ? null : before.parentCode()),
        or(row.code(Column.MUNICIPALITY_CODE), before == null ? null : before.municipalityCode()),
        row.jurisdiction(),
        or(row.code(Column.MAIL_ADDRESS), before == null ? null : before.mailAddress()));
  }

  private static @Nullable OrganisationKind kind(ImportRow row, Standing.@Nullable Known before) {
    String name = row.code(Column.KIND);
    if (name == null) {
      return before == null ? null : before.kind();
    }
    for (OrganisationKind kind : OrganisationKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  private static @Nullable String or(@Nullable String cell, @Nullable String standing) {
    return cell == null ? standing : cell;
  }
}
