package org.openhersys.notification.progress;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.Standing;

/** How far notifications have come, as far as the caller sees them (row-level security). */
@Singleton
class ProgressRecords {
  private static final String PROGRESS =
      """
      select n.id, n.course_id, co.smartphone_entry_id, c.state, c.superseded, n.revision, n.submitted_at, n.submission_dates,
             o.id as centre_id, o.code as centre_code, o.name as centre_name, e.revision as confirmed_revision, e.recorded_at as confirmed_at
      from notification.notification n
      join notification.course co on co.id = n.course_id
      join notification.confirmation c on c.notification_id = n.id
      join identity.organisation_directory o on o.id = n.receiving_organisation_id
      left join lateral (select revision, recorded_at from notification.confirmation_entry
                         where notification_id = n.id and deed = 'CONFIRM' order by version desc limit 1) e on true
      where n.id = :id
      """;

  private final KeptJson json;

  ProgressRecords(KeptJson json) {
    this.json = json;
  }

  Optional<KeptProgress> find(Handle handle, UUID notification) {
    return handle
        .createQuery(PROGRESS)
        .bind("id", notification)
        .map((row, context) -> progress(row))
        .findOne();
  }

  private KeptProgress progress(ResultSet row) throws SQLException {
    OffsetDateTime confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
    return new KeptProgress(
        row.getObject("id", UUID.class),
        row.getObject("course_id", UUID.class),
        row.getString("smartphone_entry_id"),
        ConfirmationState.valueOf(row.getString("state")),
        Standing.of("WITHDRAWN".equals(row.getString("state")), row.getBoolean("superseded")),
        row.getInt("revision"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        json.dates(row.getString("submission_dates")),
        new OrganisationReference(
            row.getObject("centre_id", UUID.class),
            row.getString("centre_code"),
            row.getString("centre_name")),
        row.getObject("confirmed_revision", Integer.class),
        confirmedAt == null ? null : confirmedAt.toInstant());
  }
}
