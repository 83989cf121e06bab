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
import org.openhersys.api.caller.Caller;
import org.openhersys.tracking.casefile.DiagnosisCategory;
import org.openhersys.tracking.handover.HandoverFilter.Direction;
import org.openhersys.tracking.organisation.OrganisationReference;
import org.openhersys.tracking.status.CurrentStatus;

/** Handovers, under the sight of one of their two centres. */
@Singleton
class HandoverRecords {
  // The summary comes from a definer's function: the requested centre does not see the case yet.
  private static final String SHOWN =
      """
      select h.id, h.case_id, h.reason, h.state, h.version, h.requested_at, h.decided_at,
             g.id as giver_id, g.code as giver_code, g.name as giver_name,
             t.id as taker_id, t.code as taker_code, t.name as taker_name,
             s.diagnosis_category, s.current_status, s.municipality_code, s.diagnosis_date
      from h
      join identity.organisation_directory g on g.id = h.from_organisation_id
      join identity.organisation_directory t on t.id = h.to_organisation_id
      left join lateral tracking.handover_summary(h.id) s on true
      """;

  private static final String ORDER = " order by h.requested_at desc, h.id desc";

  Optional<Handover> find(Handle handle, UUID id) {
    return handle
        .createQuery("with h as (select * from tracking.handover where id = :id) " + SHOWN)
        .bind("id", id)
        .map((row, context) -> handover(row))
        .findOne();
  }

  /**
   * A page, newest first; each direction has an index of its own, and both are read no further than
   * the page.
   *
   * @param place where the page before ended, or null for the first
   */
  List<Handover> page(
      Handle handle, UUID organisation, HandoverFilter filter, HandoverPlace place, int most) {
    Query query =
        handle
            .createQuery(
                """
                with h as (
                  (select * from tracking.handover
                   where :outgoing and from_organisation_id = :organisation %1$s %2$s
                   order by requested_at desc, id desc limit :most)
                  union all
                  (select * from tracking.handover
                   where :incoming and to_organisation_id = :organisation %1$s %2$s
                   order by requested_at desc, id desc limit :most)
                  order by requested_at desc, id desc limit :most)
                """
                        .formatted(
                            filter.state() == null ? "" : "and state = :state",
                            place == null ? "" : "and (requested_at, id) < (:at, :id)")
                    + SHOWN
                    + ORDER)
            .bind("organisation", organisation)
            .bind("outgoing", filter.shows(Direction.OUTGOING))
            .bind("incoming", filter.shows(Direction.INCOMING))
            .bind("most", most);
    if (filter.state() != null) {
      query.bind("state", filter.state().name());
    }
    if (place != null) {
      query.bind("at", place.requestedAt().atOffset(ZoneOffset.UTC)).bind("id", place.id());
    }
    return query.map((row, context) -> handover(row)).list();
  }

  /** Whether it is a health centre that works. */
  boolean isActiveHealthCentre(Handle handle, UUID organisation) {
    return handle
        .createQuery(
            """
            select exists (select from identity.organisation_directory where id = :id and kind = 'HEALTH_CENTRE' and active)
            """)
        .bind("id", organisation)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Stores an open request.
   *
   * @return false when the case has one already
   */
  boolean add(Handle handle, Caller caller, UUID id, HandoverRequest request, Instant now) {
    return handle
            .createUpdate(
                """
                insert into tracking.handover
                  (id, case_id, from_organisation_id, to_organisation_id, reason, requested_at, requested_by, requested_operator)
                values (:id, :case, :from, :to, :reason, :now, :principal, :operator)
                on conflict (case_id) where state = 'REQUESTED' do nothing
                """)
            .bind("id", id)
            .bind("case", request.caseId())
            .bind("from", caller.organisationId())
            .bind("to", request.toOrganisationId())
            .bind("reason", request.reason())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("principal", caller.principalId())
            .bind("operator", caller.operator())
            .execute()
        == 1;
  }

  /** A request is a change of the case: the case shows its handovers. */
  void touchCase(Handle handle, UUID caseId, Instant now) {
    handle
        .createUpdate(
            "update tracking.case_file set version = version + 1, changed_at = :now where id = :case")
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("case", caseId)
        .execute();
  }

  /**
   * {@code tracking.accept_handover}: responsibility, custody, state and feed change together, or
   * nothing does.
   */
  Outcome accept(Handle handle, Caller caller, Handover seen, Instant giverReadsUntil) {
    return handle
        .createQuery("select tracking.accept_handover(:id, :version, :operator, :until)")
        .bind("id", seen.id())
        .bind("version", seen.version())
        .bind("operator", caller.operator())
        .bind("until", giverReadsUntil.atOffset(ZoneOffset.UTC))
        .mapTo(Outcome.class)
        .one();
  }

  private static Handover handover(ResultSet row) throws SQLException {
    return new Handover(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        OrganisationReference.of(row, "giver"),
        OrganisationReference.of(row, "taker"),
        row.getString("reason"),
        HandoverState.valueOf(row.getString("state")),
        summary(row),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        decidedAt(row),
        row.getInt("version"));
  }

  private static Instant decidedAt(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static HandoverSummary summary(ResultSet row) throws SQLException {
    String category = row.getString("diagnosis_category");
    return category == null
        ? null
        : new HandoverSummary(
            DiagnosisCategory.valueOf(category),
            CurrentStatus.ofNullable(row.getString("current_status")),
            row.getString("municipality_code"),
            row.getObject("diagnosis_date", LocalDate.class));
  }

  /** How an acceptance ended; the answers of {@code tracking.accept_handover}. */
  enum Outcome {
    ACCEPTED,
    NOT_FOUND,
    NOT_OPEN,
    STALE
  }
}
