package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.notification.submission.Author;

/** How faxes were settled before they were put back; none of it is ever changed. */
@Singleton
class FaxSettlementRecords {

  /**
   * What the database answers: DONE, NOT_FOUND, NOT_SETTLED, ORIGINAL_FORGOTTEN or NOT_WITHDRAWN.
   */
  String reopen(Handle handle, Caller caller, UUID fax, String reason, Instant now) {
    return handle
        .createQuery("select notification.reopen_fax(:id, :reason, :operator, :now)")
        .bind("id", fax)
        .bind("reason", reason)
        .bind("operator", caller.operator())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(String.class)
        .one();
  }

  /** Of those that have any: the oldest first. */
  Map<UUID, List<FaxSettlement>> of(Handle handle, List<UUID> faxes) {
    return handle
        .createQuery(
            "select s.* from notification.fax_settlement s where s.fax_id = any (:faxes) order by s.fax_id, s.number")
        .bindArray("faxes", UUID.class, faxes)
        .map((row, context) -> Map.entry(row.getObject("fax_id", UUID.class), settlement(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static FaxSettlement settlement(ResultSet row) throws SQLException {
    String closing = row.getString("closing_reason");
    return new FaxSettlement(
        FaxState.valueOf(row.getString("state")),
        row.getObject("notification_id", UUID.class),
        closing == null ? null : FaxClosingReason.valueOf(closing),
        row.getString("closing_note"),
        row.getObject("supplements_id", UUID.class),
        instant(row, "settled_at"),
        author(row, "settled"),
        row.getString("reason"),
        instant(row, "reopened_at"),
        author(row, "reopened"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Author author(ResultSet row, String what) throws SQLException {
    return new Author(row.getObject(what + "_by", UUID.class), row.getString(what + "_operator"));
  }
}
