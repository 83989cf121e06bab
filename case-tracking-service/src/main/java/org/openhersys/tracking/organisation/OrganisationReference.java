package org.openhersys.tracking.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** 組織（参照）: an organisation, as the directory of identity names it. */
public record OrganisationReference(UUID id, String code, String name) {

  /**
   * Reads the columns {@code <prefix>_id}, {@code <prefix>_code} and {@code <prefix>_name}.
   *
   * @throws SQLException when one of them is not there
   */
  public static OrganisationReference of(ResultSet row, String prefix) throws SQLException {
    return new OrganisationReference(
        row.getObject(prefix + "_id", UUID.class),
        row.getString(prefix + "_code"),
        row.getString(prefix + "_name"));
  }
}
