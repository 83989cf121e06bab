package org.openhersys.notification.fax;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.idempotency.Fingerprint;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/** Faxes of the caller's centre (row-level security), with their originals. */
@Singleton
class FaxRecords {
  private static final String SHOWN =
      """
      select f.*, f.claimed_until > :now as claimed, o.code as institution_code, o.name as institution_name,
             (select e.id from notification.fax e
              where e.organisation_id = f.organisation_id and e.digest = f.digest
                and (e.registered_at, e.id) < (f.registered_at, f.id)
              order by e.registered_at, e.id limit 1) as duplicate_of
      from notification.fax f
      left join identity.organisation_directory o on o.id = f.institution_id
      """;

  private final FaxSettlementRecords settlements;

  FaxRecords(FaxSettlementRecords settlements) {
    this.settlements = settlements;
  }

  /** Keeps a fax with its original. */
  void add(
      Handle handle,
      Caller caller,
      UUID id,
      FaxDetails details,
      FaxOriginal original,
      Instant now) {
    handle
        .createUpdate(
            """
            insert into notification.fax
              (id, organisation_id, received_on, pages, institution_id, registered_institution_id, media_type, bytes, digest,
               registered_at, registered_by, registered_operator)
            values (:id, :organisation, :receivedOn, :pages, :institution, :institution, :mediaType, :bytes, :digest, :now, :principal, :operator)
            """)
        .bind("id", id)
        .bind("organisation", caller.organisationId())
        .bind("receivedOn", details.receivedOn())
        .bind("pages", details.pages())
        .bind("institution", details.institution())
        .bind("mediaType", original.type().mediaType())
        .bind("bytes", original.content().length)
        .bind("digest", Fingerprint.of(original.content()))
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
    handle
        .createUpdate(
            "insert into notification.fax_original (fax_id, content) values (:id, :content)")
        .bind("id", id)
        .bind("content", original.content())
        .execute();
  }

  Optional<KeptFax> find(Handle handle, UUID id, Instant now) {
    return faxes(
            handle,
            handle
                .createQuery(SHOWN + " where f.id = :id")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC)))
        .stream()
        .findFirst();
  }

  /** The original; nothing once it is forgotten. */
  Optional<byte[]> content(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select content from notification.fax_original where fax_id = :id and content is not null")
        .bind("id", id)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Forgets the originals of what was settled before; answers how many. */
  int forgetOriginals(Handle handle, Instant before) {
    return handle
        .createQuery("select notification.forget_fax_originals(:before)")
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .mapTo(int.class)
        .one();
  }

  /** A page in one state, read through one index and no further than the page. */
  static String pageSql(FaxState state, @Nullable FaxPlace place) {
    return SHOWN
        + " where f.organisation_id = :organisation and "
        + state.condition()
        + (place == null ? "" : " and (f.received_on, f.registered_at, f.id) > (:day, :at, :after)")
        + " order by f.received_on, f.registered_at, f.id limit :most";
  }

  /** A page in one state, oldest first. */
  List<KeptFax> page(
      Handle handle,
      UUID organisation,
      FaxState state,
      @Nullable FaxPlace place,
      int most,
      Instant now) {
    Query query =
        handle
            .createQuery(pageSql(state, place))
            .bind("organisation", organisation)
            .bind("most", most)
            .bind("now", now.atOffset(ZoneOffset.UTC));
    if (place != null) {
      query
          .bind("day", place.receivedOn())
          .bind("at", place.registeredAt().atOffset(ZoneOffset.UTC))
          .bind("after", place.id());
    }
    return faxes(handle, query);
  }

  /**
   * Entered: it became this notification.
   *
   * @param institution who sent it, or null where that is nobody who is registered
   */
  void enter(
      Handle handle,
      Caller caller,
      UUID id,
      UUID notification,
      @Nullable UUID institution,
      Instant now) {
    handle
        .createUpdate(
            """
            update notification.fax
            set state = 'ENTERED', notification_id = :notification, institution_id = :institution, claimed_by = null,
                claimed_operator = null, claimed_until = null, settled_at = :now, settled_by = :principal,
                settled_operator = :operator
            where id = :id
            """)
        .bind("id", id)
        .bind("notification", notification)
        .bind("institution", institution)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  /** Closed: it is no notification. */
  void close(Handle handle, Caller caller, UUID id, FaxClosing.Judged closing, Instant now) {
    handle
        .createUpdate(
            """
            update notification.fax
            set state = 'CLOSED', closing_reason = :reason, closing_note = :note, supplements_id = :supplements,
                claimed_by = null, claimed_operator = null, claimed_until = null, settled_at = :now, settled_by = :principal, settled_operator = :operator
            where id = :id
            """)
        .bind("id", id)
        .bind("reason", closing.reason().name())
        .bind("note", closing.note())
        .bind("supplements", closing.supplements())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("principal", caller.principalId())
        .bind("operator", caller.operator())
        .execute();
  }

  private List<KeptFax> faxes(Handle handle, Query query) {
    List<KeptFax> found = query.map((row, context) -> fax(row)).list();
    Map<UUID, List<FaxSettlement>> before =
        settlements.of(handle, found.stream().map(KeptFax::id).toList());
    return before.isEmpty()
        ? found
        : found.stream()
            .map(fax -> fax.settledBefore(before.getOrDefault(fax.id(), List.of())))
            .toList();
  }

  private static KeptFax fax(ResultSet row) throws SQLException {
    FaxState kept = FaxState.valueOf(row.getString("state"));
    boolean claimed = kept == FaxState.WAITING && row.getBoolean("claimed");
    String reason = row.getString("closing_reason");
    return new KeptFax(
        row.getObject("id", UUID.class),
        claimed ? FaxState.CLAIMED : kept,
        row.getObject("received_on", LocalDate.class),
        row.getObject("pages", Integer.class),
        OriginalType.of(row.getString("media_type")),
        row.getInt("bytes"),
        institution(row),
        row.getObject("duplicate_of", UUID.class),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        new Author(
            row.getObject("registered_by", UUID.class), row.getString("registered_operator")),
        claimed ? author(row, "claimed") : null,
        claimed ? instant(row, "claimed_until") : null,
        row.getObject("notification_id", UUID.class),
        reason == null ? null : FaxClosingReason.valueOf(reason),
        row.getString("closing_note"),
        row.getObject("supplements_id", UUID.class),
        instant(row, "settled_at"),
        author(row, "settled"),
        instant(row, "original_forgotten_at"),
        List.of());
  }

  private static @Nullable OrganisationReference institution(ResultSet row) throws SQLException {
    UUID id = row.getObject("institution_id", UUID.class);
    return id == null
        ? null
        : new OrganisationReference(
            id, row.getString("institution_code"), row.getString("institution_name"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Author author(ResultSet row, String what) throws SQLException {
    UUID id = row.getObject(what + "_by", UUID.class);
    return id == null ? null : new Author(id, row.getString(what + "_operator"));
  }
}
