package org.openhersys.tracking.handover;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.casefile.CurrentStatus;
import org.openhersys.tracking.casefile.DiagnosisCategory;
import org.openhersys.tracking.casefile.HandoverState;
import org.openhersys.tracking.handover.HandoverFilter.Direction;
import org.openhersys.tracking.organisation.OrganisationReference;

/** Handovers, under the sight of their centres and of the local governments above these. */
@Singleton
class HandoverRecords {
  // The summary comes from a definer's function: the requested centre does not see the case yet.
  private static final String SHOWN =
      """
      select h.id, h.case_id, h.reason, h.state, h.version, h.requested_at, h.expires_at, h.reminded_at, h.accepted_at, h.decided_at, h.decision_reason,
             g.id as giver_id, g.code as giver_code, g.name as giver_name,
             t.id as taker_id, t.code as taker_code, t.name as taker_name,
             a.id as assigned_id, a.code as assigned_code, a.name as assigned_name,
             s.diagnosis_category, s.current_status, s.municipality_code, s.diagnosis_date
      from h
      join identity.organisation_directory g on g.id = h.from_organisation_id
      join identity.organisation_directory t on t.id = h.to_organisation_id
      left join identity.organisation_directory a on a.id = h.assigned_organisation_id
      left join lateral tracking.handover_summary(h.id) s on true
      order by h.requested_at desc, h.id desc
      """;

  // %1$s: the filter by state; %2$s: behind the place. Each branch has an index of its own, with
  // the state and without, and stops at the page. What is read beyond it is what the caller's
  // centre took part in and sees no more.
  private static final String OF_ONE_CENTRE =
      """
      with h as (
        (select * from tracking.handover
         where :outgoing and from_organisation_id = :organisation %1$s %2$s
         order by requested_at desc, id desc limit :most)
        union all
        (select * from tracking.handover
         where :incoming and to_organisation_id = :organisation %1$s %2$s
         order by requested_at desc, id desc limit :most)
        union all
        (select * from tracking.handover
         where :assigned and assigned_organisation_id = :organisation and assigned_organisation_id <> to_organisation_id %1$s %2$s
         order by requested_at desc, id desc limit :most)
        order by requested_at desc, id desc limit :most)
      """;
  // Here the planner may read and sort all that one centre of the area took part in.
  private static final String OF_AN_AREA =
      """
      with h as (
        -- One between two centres of the area is found from both.
        select distinct of_centre.* from tracking.organisations_below(:organisation) centre (id)
        cross join lateral (
          (select * from tracking.handover where from_organisation_id = centre.id %1$s %2$s order by requested_at desc, id desc limit :most)
          union all
          (select * from tracking.handover where to_organisation_id = centre.id %1$s %2$s
           order by requested_at desc, id desc limit :most)) of_centre
        order by requested_at desc, id desc limit :most)
      """;

  /** With its turns. */
  Optional<Handover> find(Handle handle, UUID id) {
    return handle
        .createQuery("with h as (select * from tracking.handover where id = :id) " + SHOWN)
        .bind("id", id)
        .map((row, context) -> handover(row))
        .findOne()
        .map(found -> found.with(turns(handle, id)));
  }

  /**
   * A page, newest first.
   *
   * @param place where the page before ended, or null for the first
   */
  List<Handover> page(
      Handle handle,
      UUID organisation,
      HandoverFilter filter,
      @Nullable HandoverPlace place,
      int most) {
    return paged(handle, "", organisation, filter, place, most)
        .map((row, context) -> handover(row))
        .list();
  }

  /** The page's query, with something before it. */
  static Query paged(
      Handle handle,
      String before,
      UUID organisation,
      HandoverFilter filter,
      @Nullable HandoverPlace place,
      int most) {
    String pages =
        (filter.isArea() ? OF_AN_AREA : OF_ONE_CENTRE)
            .formatted(
                filter.state() == null ? "" : "and state = :state",
                place == null ? "" : "and (requested_at, id) < (:at, :id)");
    Query query =
        handle
            .createQuery(before + pages + SHOWN)
            .bind("organisation", organisation)
            .bind("most", most);
    if (!filter.isArea()) {
      query
          .bind("outgoing", filter.shows(Direction.OUTGOING))
          .bind("incoming", filter.shows(Direction.INCOMING))
          .bind("assigned", filter.showsAssigned());
    }
    HandoverState state = filter.state();
    if (state != null) {
      query.bind("state", state.name());
    }
    if (place != null) {
      query.bind("at", place.requestedAt().atOffset(ZoneOffset.UTC)).bind("id", place.id());
    }
    return query;
  }

  private static List<HandoverTurn> turns(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            select t.state, t.reason, t.recorded_at, o.id as organisation_id, o.code as organisation_code, o.name as organisation_name
            from tracking.handover_turn t
            left join identity.organisation_directory o on o.id = t.organisation_id
            where t.handover_id = :id order by t.version
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new HandoverTurn(
                    HandoverState.valueOf(row.getString("state")),
                    row.getString("reason"),
                    at(row, "recorded_at"),
                    organisation(row, "organisation")))
        .list();
  }

  private static Handover handover(ResultSet row) throws SQLException {
    return new Handover(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        OrganisationReference.of(row, "giver"),
        OrganisationReference.of(row, "taker"),
        organisation(row, "assigned"),
        row.getString("reason"),
        HandoverState.valueOf(row.getString("state")),
        summary(row),
        at(row, "requested_at"),
        at(row, "expires_at"),
        instant(row, "reminded_at"),
        instant(row, "accepted_at"),
        instant(row, "decided_at"),
        row.getString("decision_reason"),
        row.getInt("version"),
        null);
  }

  private static @Nullable OrganisationReference organisation(ResultSet row, String prefix)
      throws SQLException {
    return row.getObject(prefix + "_id") == null ? null : OrganisationReference.of(row, prefix);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable HandoverSummary summary(ResultSet row) throws SQLException {
    String category = row.getString("diagnosis_category");
    return category == null
        ? null
        : new HandoverSummary(
            DiagnosisCategory.valueOf(category),
            CurrentStatus.ofNullable(row.getString("current_status")),
            row.getString("municipality_code"),
            row.getObject("diagnosis_date", LocalDate.class));
  }
}
