package org.openhersys.notification.draft;

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
import org.openhersys.api.caller.Caller;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.revision.Differences;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.KeptJson;

/** Drafts of the caller's organisation (row-level security). What was typed is never changed. */
@Singleton
class DraftRecords {
  private static final String PRESENT =
      """
      select d.id, d.state, d.revision, d.created_at, d.created_by, d.created_operator, d.notification_id,
             d.settled_at, d.settled_by, d.settled_operator, r.recorded_at, r.entered_by, r.operator, r.document
      from notification.draft d
      join notification.draft_revision r on r.draft_id = d.id and r.revision = d.revision
      where d.id = :id
      """;

  private static final String LIST =
      """
      select d.id, d.state, d.revision, d.created_at, d.created_by, d.created_operator, d.notification_id,
             r.recorded_at, r.entered_by, r.operator, r.document ->> 'diagnosisCategory' as category,
             r.document ->> 'diagnosisDate' as diagnosis_date, r.document #>> '{patient,name}' as name,
             r.document #>> '{patient,nameKana}' as name_kana, r.document ->> 'inHousePatientId' as in_house
      from notification.draft d
      join notification.draft_revision r on r.draft_id = d.id and r.revision = d.revision
      where d.organisation_id = :organisation and d.state = :state %s
      order by d.created_at, d.id limit :most
      """;

  private final KeptJson json;

  DraftRecords(KeptJson json) {
    this.json = json;
  }

  void create(Handle handle, Caller caller, UUID id, NotificationForm form, Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.draft (id, organisation_id, created_at, created_by, created_operator)
            values (:id, :organisation, :now, :principal, :operator)
            """)
        .bind("id", id)
        .bind("organisation", caller.organisationId())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
    addRevision(handle, caller, id, 1, form, now);
  }

  /** Makes the form the draft's present revision. */
  void revise(
      Handle handle, Caller caller, UUID id, int revision, NotificationForm form, Instant now) {
    addRevision(handle, caller, id, revision, form, now);
    handle
        .createUpdate("update notification.draft set revision = :revision where id = :id")
        .bind("id", id)
        .bind("revision", revision)
        .execute();
  }

  /**
   * Reported or discarded.
   *
   * @param notification what it becomes; null where it is discarded
   */
  void settle(Handle handle, Caller caller, UUID id, @Nullable UUID notification, Instant now) {
    DraftState state = notification == null ? DraftState.DISCARDED : DraftState.REPORTED;
    handle
        .createUpdate(
            """
            update notification.draft
            set state = :state, notification_id = :notification, settled_at = :now, settled_by = :principal,
                settled_operator = :operator
            where id = :id
            """)
        .bind("id", id)
        .bind("state", state.name())
        .bind("notification", notification)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  /** Waits for whoever holds it. Nothing is held that is settled, or not the organisation's. */
  void lock(Handle handle, UUID id) {
    handle
        .createQuery("select true from notification.draft where id = :id for update")
        .bind("id", id)
        .mapTo(Boolean.class)
        .findOne();
  }

  Optional<KeptDraft> find(Handle handle, UUID id) {
    return handle.createQuery(PRESENT).bind("id", id).map((row, context) -> draft(row)).findOne();
  }

  List<DraftSummary> page(
      Handle handle, UUID organisation, DraftState state, @Nullable DraftPlace place, int most) {
    Query query =
        handle
            .createQuery(
                LIST.formatted(place == null ? "" : "and (d.created_at, d.id) > (:at, :after)"))
            .bind("organisation", organisation)
            .bind("state", state.name())
            .bind("most", most);
    if (place != null) {
      query.bind("at", place.createdAt().atOffset(ZoneOffset.UTC)).bind("after", place.id());
    }
    return query.map((row, context) -> summary(row)).list();
  }

  /**
   * Newest first.
   *
   * @param below only older ones than this
   */
  List<DraftRevision> revisions(Handle handle, UUID id, int below, int most) {
    return handle
        .createQuery(
            """
            select r.revision, r.recorded_at, r.entered_by, r.operator, r.document, before.document as document_before
            from notification.draft_revision r
            left join notification.draft_revision before on before.draft_id = r.draft_id and before.revision = r.revision - 1
            where r.draft_id = :id and r.revision < :below
            order by r.revision desc limit :most
            """)
        .bind("id", id)
        .bind("below", below)
        .bind("most", most)
        .map((row, context) -> revision(row))
        .list();
  }

  /**
   * Who is said to have entered what this caller reports: whoever typed last and is another, so
   * that a physician who corrects a word does not take the clerk's place; the caller, if nobody
   * else typed.
   */
  Author typist(Handle handle, Caller caller, UUID id) {
    return handle
        .createQuery(
            """
            select entered_by, operator from notification.draft_revision where draft_id = :id
            order by (entered_by = :principal and operator is not distinct from :operator), revision desc limit 1
            """)
        .bind("id", id)
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .map(
            (row, context) ->
                new Author(row.getObject("entered_by", UUID.class), row.getString("operator")))
        .one();
  }

  /** Empties what was discarded before; answers how many drafts. */
  int forgetDiscarded(Handle handle, Instant before) {
    return handle
        .createQuery("select notification.forget_discarded_drafts(:before)")
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .mapTo(int.class)
        .one();
  }

  private void addRevision(
      Handle handle, Caller caller, UUID id, int revision, NotificationForm form, Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.draft_revision (draft_id, revision, recorded_at, entered_by, operator, document)
            values (:id, :revision, :now, :principal, :operator, cast(:document as jsonb))
            """)
        .bind("id", id)
        .bind("revision", revision)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .bind("document", json.write(form))
        .execute();
  }

  private KeptDraft draft(ResultSet row) throws SQLException {
    return new KeptDraft(
        row.getObject("id", UUID.class),
        DraftState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        new Author(row.getObject("created_by", UUID.class), row.getString("created_operator")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Author(row.getObject("entered_by", UUID.class), row.getString("operator")),
        row.getObject("notification_id", UUID.class),
        instant(row, "settled_at"),
        author(row, "settled_by", "settled_operator"),
        json.form(row.getString("document")));
  }

  private static DraftSummary summary(ResultSet row) throws SQLException {
    String category = row.getString("category");
    String diagnosisDate = row.getString("diagnosis_date");
    return new DraftSummary(
        row.getObject("id", UUID.class),
        DraftState.valueOf(row.getString("state")),
        row.getInt("revision"),
        category == null ? null : DiagnosisCategory.valueOf(category),
        diagnosisDate == null ? null : LocalDate.parse(diagnosisDate),
        row.getString("name"),
        row.getString("name_kana"),
        row.getString("in_house"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        new Author(row.getObject("created_by", UUID.class), row.getString("created_operator")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Author(row.getObject("entered_by", UUID.class), row.getString("operator")),
        row.getObject("notification_id", UUID.class));
  }

  private DraftRevision revision(ResultSet row) throws SQLException {
    String document = row.getString("document");
    String before = row.getString("document_before");
    return new DraftRevision(
        row.getInt("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Author(row.getObject("entered_by", UUID.class), row.getString("operator")),
        before == null ? List.of() : Differences.between(json.tree(before), json.tree(document)),
        json.form(document));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Author author(ResultSet row, String id, String operator)
      throws SQLException {
    UUID principal = row.getObject(id, UUID.class);
    return principal == null ? null : new Author(principal, row.getString(operator));
  }
}
