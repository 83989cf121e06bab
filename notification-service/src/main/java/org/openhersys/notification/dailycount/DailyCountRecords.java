package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.KeptJson;
import org.openhersys.notification.submission.OrganisationReference;

/** Daily counts, as far as the caller sees them (row-level security). */
@Singleton
class DailyCountRecords {
  private static final String SHOWN =
      """
      select c.id, c.day, c.disease, c.reported_at, s.id as reporter_id, s.code as reporter_code, s.name as reporter_name,
             r.revision, r.counts, r.reason, r.recorded_at, r.principal_id, r.operator,
             o.id as organisation_id, o.code as organisation_code, o.name as organisation_name
      from notification.daily_count c
      join notification.daily_count_revision r on r.daily_count_id = c.id and r.revision = %s
      join identity.organisation_directory s on s.id = c.reporter_organisation_id
      join identity.organisation_directory o on o.id = r.organisation_id
      """;

  private static final String PRESENT = SHOWN.formatted("c.revision");

  private final KeptJson json;

  DailyCountRecords(KeptJson json) {
    this.json = json;
  }

  /** The organisation as a reporter; nothing where it is of no kind that reports. */
  Optional<Reporter> reporter(Handle handle, UUID organisation) {
    return handle
        .createQuery(
            "select id, area_organisation_id, left(municipality_code, 2) as prefecture from notification.count_reporter where id = :id")
        .bind("id", organisation)
        .map(
            (row, context) ->
                new Reporter(
                    row.getObject("id", UUID.class),
                    row.getObject("area_organisation_id", UUID.class),
                    row.getString("prefecture")))
        .findOne();
  }

  /**
   * Adds the first report of a day.
   *
   * @return false where the day was reported before: nothing was written
   */
  boolean add(
      Handle handle,
      Caller caller,
      Reporter reporter,
      LocalDate day,
      Map<String, Integer> counts,
      Instant now) {
    UUID id = Uuids.next();
    int added =
        handle
            .createUpdate(
                """
                insert into notification.daily_count (id, day, reporter_organisation_id, area_organisation_id, revision, reported_at)
                values (:id, :day, :reporter, :area, 1, :now)
                on conflict do nothing
                """)
            .bind("id", id)
            .bind("day", day)
            .bind("reporter", reporter.id())
            .bind("area", reporter.area())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (added == 1) {
      addRevision(handle, caller, id, 1, counts, null, now);
    }
    return added == 1;
  }

  /** What a reporter counted on a day. */
  Optional<KeptDailyCount> find(Handle handle, UUID reporter, LocalDate day) {
    return handle
        .createQuery(PRESENT + "where c.reporter_organisation_id = :reporter and c.day = :day")
        .bind("reporter", reporter)
        .bind("day", day)
        .map((row, context) -> count(row))
        .findOne();
  }

  /**
   * Holds it until the transaction ends, for who may correct it at one time or another.
   *
   * @return false where the caller only sees it
   */
  boolean hold(Handle handle, UUID reporter, LocalDate day) {
    return handle
        .createQuery(
            "select true from notification.daily_count where reporter_organisation_id = :reporter and day = :day for update")
        .bind("reporter", reporter)
        .bind("day", day)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /**
   * Makes these counts the present ones; what stood stays as it was.
   *
   * @param held its present state, held
   * @param reason null where its reporter corrects it
   */
  void revise(
      Handle handle,
      Caller caller,
      KeptDailyCount held,
      Map<String, Integer> counts,
      @Nullable String reason,
      Instant now) {
    int revision = held.present().revision() + 1;
    addRevision(handle, caller, held.id(), revision, counts, reason, now);
    handle
        .createUpdate("update notification.daily_count set revision = :revision where id = :id")
        .bind("id", held.id())
        .bind("revision", revision)
        .execute();
  }

  /** All revisions, newest first. */
  List<KeptCountRevision> revisions(Handle handle, UUID id) {
    return handle
        .createQuery(SHOWN.formatted("r.revision") + "where c.id = :id order by r.revision desc")
        .bind("id", id)
        .map((row, context) -> revision(row))
        .list();
  }

  /** A page of the counts of a period, newest day first. */
  List<KeptDailyCount> page(
      Handle handle, CountList list, UUID organisation, @Nullable DailyCountPlace place, int most) {
    Query query =
        handle
            .createQuery(
                PRESENT
                    + "where c.day between :from and :to and "
                    + list.side().condition()
                    + (place == null ? "" : " and (c.day, c.id) < (:day, :id)")
                    + " order by c.day desc, c.id desc limit :most")
            .bind("from", list.period().from())
            .bind("to", list.period().to())
            .bind("organisation", organisation)
            .bind("most", most);
    if (place != null) {
      query.bind("day", place.day()).bind("id", place.id());
    }
    return query.map((row, context) -> count(row)).list();
  }

  private void addRevision(
      Handle handle,
      Caller caller,
      UUID id,
      int revision,
      Map<String, Integer> counts,
      @Nullable String reason,
      Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.daily_count_revision
              (daily_count_id, revision, counts, reason, recorded_at, organisation_id, principal_id, operator)
            values (:id, :revision, cast(:counts as jsonb), :reason, :now, :organisation, :principal, :operator)
            """)
        .bind("id", id)
        .bind("revision", revision)
        .bind("counts", json.write(counts))
        .bind("reason", reason)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("organisation", caller.organisationId())
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  private KeptDailyCount count(ResultSet row) throws SQLException {
    return new KeptDailyCount(
        row.getObject("id", UUID.class),
        row.getObject("day", LocalDate.class),
        Disease.valueOf(row.getString("disease")),
        organisation(row, "reporter"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        revision(row));
  }

  private KeptCountRevision revision(ResultSet row) throws SQLException {
    return new KeptCountRevision(
        row.getInt("revision"),
        counts(row.getString("counts")),
        row.getString("reason"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        organisation(row, "organisation"),
        new Author(row.getObject("principal_id", UUID.class), row.getString("operator")));
  }

  // The database keeps members in an order of its own; bands of another table stand behind.
  private Map<String, Integer> counts(String written) {
    Map<String, Integer> kept = new LinkedHashMap<>();
    json.tree(written)
        .properties()
        .forEach(band -> kept.put(band.getKey(), band.getValue().asInt()));
    return AgeBands.IN_USE.inOrder(kept);
  }

  private static OrganisationReference organisation(ResultSet row, String which)
      throws SQLException {
    return new OrganisationReference(
        row.getObject(which + "_id", UUID.class),
        row.getString(which + "_code"),
        row.getString(which + "_name"));
  }
}
