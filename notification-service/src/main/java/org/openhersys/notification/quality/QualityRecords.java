package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.OrganisationReference;

/** The chain, as far as the caller's organisation stands in it (row-level security). */
@Singleton
class QualityRecords {
  private static final String SHOWN =
      """
      select c.notification_id, c.diagnosis_category, c.submitted_at, c.state, c.version, c.revision, c.confirmed_revision,
             c.warnings, c.missing, c.missing_items, c.duplicates, c.open_queries,
             s.id as sender_id, s.code as sender_code, s.name as sender_name,
             h.id as centre_id, h.code as centre_code, h.name as centre_name
      """;
  private static final String NAMED =
      """
      join identity.organisation_directory s on s.id = c.sender_organisation_id
      join identity.organisation_directory h on h.id = c.receiving_organisation_id
      """;

  private final KeptJson json;
  private final QueryRecords queries;

  QualityRecords(KeptJson json, QueryRecords queries) {
    this.json = json;
    this.queries = queries;
  }

  List<QualityCheck> page(
      Handle handle, QualityWorkList list, @Nullable QualityPlace place, int most) {
    Query query =
        handle
            .createQuery(
                "with page as ("
                    + list.sql(place != null)
                    + ")"
                    + SHOWN
                    + "from page join notification.quality_chain c on c.notification_id = page.notification_id "
                    + NAMED
                    + "order by c.submitted_at, c.notification_id")
            .bind("most", most);
    if (place != null) {
      query.bind("at", place.at().atOffset(ZoneOffset.UTC)).bind("id", place.id());
    }
    return query.map((row, context) -> check(row)).list();
  }

  Optional<KeptCheck> find(Handle handle, UUID notification) {
    return handle
        .createQuery(
            SHOWN
                + ", d.form_version, d.document, d.findings from notification.quality_chain c "
                + "cross join lateral notification.document_to_check(c.notification_id) d "
                + NAMED
                + "where c.notification_id = :id")
        .bind("id", notification)
        .map((row, context) -> kept(handle, row))
        .findOne();
  }

  /** What the database answers: DONE, NOT_FOUND, STALE or NOT_DUE. */
  String check(Handle handle, Caller caller, KeptCheck seen) {
    return handle
        .createQuery("select notification.check_quality(:id, :revision, :version, :operator)")
        .bind("id", seen.check().id())
        .bind("revision", seen.check().revision())
        .bind("version", seen.version())
        .bind("operator", caller.operator())
        .mapTo(String.class)
        .one();
  }

  void countMissing(Handle handle, UUID notification, List<String> missing) {
    handle
        .createQuery("select notification.count_missing(:id, cast(:missing as text[]))")
        .bind("id", notification)
        .bindArray("missing", String.class, missing)
        .map((row, context) -> Boolean.TRUE)
        .one();
  }

  private KeptCheck kept(Handle handle, ResultSet row) throws SQLException {
    QualityCheck check = check(row);
    return new KeptCheck(
        check,
        row.getInt("version"),
        row.getString("form_version"),
        json.form(row.getString("document")),
        json.findings(row.getString("findings")),
        texts(row.getArray("missing")),
        history(handle, check.id()),
        queries.of(handle, check.id()));
  }

  private static List<QualityEntry> history(Handle handle, UUID notification) {
    return handle
        .createQuery(
            """
            select e.version, e.deed, e.state, e.revision, e.recorded_at, e.principal_id, e.operator,
                   o.id as by_id, o.code as by_code, o.name as by_name
            from notification.quality_entry e
            join identity.organisation_directory o on o.id = e.organisation_id
            where e.notification_id = :id order by e.version desc
            """)
        .bind("id", notification)
        .map(
            (row, context) ->
                new QualityEntry(
                    row.getInt("version"),
                    QualityDeed.valueOf(row.getString("deed")),
                    QualityState.valueOf(row.getString("state")),
                    row.getInt("revision"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    organisation(row, "by"),
                    new Author(
                        row.getObject("principal_id", UUID.class), row.getString("operator"))))
        .list();
  }

  private static QualityCheck check(ResultSet row) throws SQLException {
    return new QualityCheck(
        row.getObject("notification_id", UUID.class),
        DiagnosisCategory.valueOf(row.getString("diagnosis_category")),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        organisation(row, "sender"),
        organisation(row, "centre"),
        QualityState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getInt("confirmed_revision"),
        row.getInt("warnings"),
        row.getInt("missing_items"),
        row.getInt("duplicates"),
        row.getInt("open_queries"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static OrganisationReference organisation(ResultSet row, String which)
      throws SQLException {
    return new OrganisationReference(
        row.getObject(which + "_id", UUID.class),
        row.getString(which + "_code"),
        row.getString(which + "_name"));
  }
}
