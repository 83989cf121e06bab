package org.openhersys.identity.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;

/**
 * Clients as their managers see them. Who manages whose, and what may be registered for them, is
 * one table that all statements share; it is judged by the caller's context ({@code
 * identity.enter}).
 */
@Singleton
class ManagedClientRecords {
  private static final String MANAGED =
      """
      with may_register (role, whose, kind, scopes) as (values
        ('HEALTH_CENTRE_MANAGER',  'OWN',     'HEALTH_CENTRE',       array['case.read', 'notification.read', 'notification.write']),
        ('HEALTH_CENTRE_MANAGER',  'IN_AREA', 'MEDICAL_INSTITUTION', array['notification.read', 'notification.write']),
        ('INSTITUTION_MANAGER',    'OWN',     'MEDICAL_INSTITUTION', array['notification.read', 'notification.write']),
        ('NATIONAL_ADMINISTRATOR', 'ANY',     'HEALTH_CENTRE',       array['case.read', 'notification.read', 'notification.write']),
        ('NATIONAL_ADMINISTRATOR', 'ANY',     'MEDICAL_INSTITUTION', array['notification.read', 'notification.write']),
        ('NATIONAL_ADMINISTRATOR', 'ANY',     'ANOTHER',             '{}')),
      managed as (
        select o.id, o.code, o.name, o.active, r.scopes as fitting
        from identity.organisation o
        join may_register r
          on r.role = identity.current_role_name()
         and r.kind = case when o.kind in ('HEALTH_CENTRE', 'MEDICAL_INSTITUTION') then o.kind else 'ANOTHER' end
        where case r.whose
                when 'ANY' then true
                when 'OWN' then o.id = identity.current_organisation()
                when 'IN_AREA' then exists (
                  select from identity.jurisdiction j
                  where j.municipality_code = o.municipality_code and j.health_centre_id = identity.current_organisation())
              end)
      """;

  private static final String CLIENT =
      """
      select c.id, o.id as organisation_id, o.code, o.name as organisation_name, c.name, c.scopes, c.jwks, c.token_url_audience,
             c.active, c.created_by, c.created_at, c.changed_at, c.version
      from identity.client c join managed o on o.id = c.organisation_id
      """;

  private final ObjectMapper mapper;

  @Inject
  ManagedClientRecords(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The scopes that a client of an organisation may have.
   *
   * @return empty when the caller does not register clients for it, or it is no longer active
   */
  Optional<Set<String>> fittingScopes(Handle handle, UUID organisation) {
    return handle
        .createQuery(MANAGED + "select fitting from managed where id = :id and active")
        .bind("id", organisation)
        .map((row, context) -> Set.of((String[]) row.getArray("fitting").getArray()))
        .findOne();
  }

  /** Clients behind a place, the oldest first. */
  List<ClientSummary> page(
      Handle handle, @Nullable UUID organisation, ClientPlace after, int limit) {
    return handle
        .createQuery(
            MANAGED
                + CLIENT
                + """
                where (cast(:organisation as uuid) is null or c.organisation_id = :organisation)
                  and (c.created_at, c.id) > (:createdAt, :id)
                order by c.created_at, c.id
                limit :limit
                """)
        .bind("organisation", organisation)
        .bind("createdAt", after.createdAt())
        .bind("id", after.id())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new ClientSummary(
                    row.getObject("id", UUID.class),
                    organisation(row),
                    row.getString("name"),
                    scopes(row),
                    row.getBoolean("active"),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("changed_at", OffsetDateTime.class)))
        .list();
  }

  Optional<RegisteredClient> find(Handle handle, UUID id) {
    return one(handle, id, "where c.id = :id");
  }

  /** The same, locked until the transaction ends. */
  Optional<RegisteredClient> hold(Handle handle, UUID id) {
    return one(handle, id, "where c.id = :id for no key update of c");
  }

  void insert(
      Handle handle, Caller caller, UUID id, ClientRegistration.Judged registration, Instant now) {
    handle
        .createUpdate(
            """
            insert into identity.client (id, organisation_id, name, scopes, jwks, token_url_audience, created_by, created_at, changed_at)
            values (:id, :organisation, :name, :scopes, cast(:jwks as jsonb), :tokenUrl, :by, :now, :now)
            """)
        .bind("id", id)
        .bind("organisation", registration.organisationId())
        .bind("name", registration.name())
        .bindArray("scopes", String.class, registration.scopes().toArray())
        .bind("jwks", PublicKeys.kept(registration.jwks()).toString())
        .bind("tokenUrl", registration.tokenUrlAudience())
        .bind("by", caller.principalId())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  void replaceKeys(Handle handle, UUID id, JsonNode jwks, Instant now) {
    handle
        .createUpdate(
            """
            update identity.client
            set jwks = cast(:jwks as jsonb), version = version + 1, changed_at = :now, changed_by = identity.current_organisation()
            where id = :id
            """)
        .bind("id", id)
        .bind("jwks", PublicKeys.kept(jwks).toString())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  void change(Handle handle, UUID id, ClientChange.Judged change, Instant now) {
    handle
        .createUpdate(
            """
            update identity.client
            set name = :name, active = :active, version = version + 1, changed_at = :now, changed_by = identity.current_organisation()
            where id = :id
            """)
        .bind("id", id)
        .bind("name", change.name())
        .bind("active", change.active())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The name of the organisation that set the present state; null until one did. */
  @Nullable String changedBy(Handle handle, UUID client) {
    return handle
        .createQuery(
            """
            select o.name from identity.client t join identity.organisation o on o.id = t.changed_by
            where t.id = :id
            """)
        .bind("id", client)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private Optional<RegisteredClient> one(Handle handle, UUID id, String which) {
    return handle
        .createQuery(MANAGED + CLIENT + which)
        .bind("id", id)
        .map(
            (row, context) ->
                new RegisteredClient(
                    row.getObject("id", UUID.class),
                    organisation(row),
                    row.getString("name"),
                    scopes(row),
                    PublicKeys.kept(json(row.getString("jwks"))),
                    row.getBoolean("token_url_audience"),
                    row.getBoolean("active"),
                    row.getObject("created_by", UUID.class),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("changed_at", OffsetDateTime.class),
                    row.getInt("version")))
        .findOne();
  }

  private static OrganisationReference organisation(ResultSet row) throws SQLException {
    return new OrganisationReference(
        row.getObject("organisation_id", UUID.class),
        row.getString("code"),
        row.getString("organisation_name"));
  }

  private static List<String> scopes(ResultSet row) throws SQLException {
    return List.of((String[]) row.getArray("scopes").getArray());
  }

  private JsonNode json(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
