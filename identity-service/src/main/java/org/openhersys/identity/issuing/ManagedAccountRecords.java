package org.openhersys.identity.issuing;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;

/** Accounts under the sight of who manages them. */
@Singleton
class ManagedAccountRecords {
  // Colleagues are seen too, in other places; here only who may be managed.
  private static final String MANAGED =
      """
      select a.id, a.organisation_id, a.login_id, a.display_name, a.role, a.shared, a.state, a.charged_to,
             a.created_at, a.activated_at, a.changed_at, a.version
      from identity.account a
      where identity.may_manage(a.organisation_id, a.role)
      """;

  /** Whether the caller may issue that role there. */
  boolean mayManage(Handle handle, UUID organisation, Role role) {
    return handle
        .createQuery("select identity.may_manage(:organisation, :role)")
        .bind("organisation", organisation)
        .bind("role", role.name())
        .mapTo(Boolean.class)
        .one();
  }

  Optional<ManagedAccount> find(Handle handle, UUID id) {
    return handle
        .createQuery(MANAGED + " and a.id = :id")
        .bind("id", id)
        .map((row, context) -> account(row))
        .findOne();
  }

  /**
   * Accounts behind a login id, in the order of login ids.
   *
   * @param organisation null for all that the caller may manage
   */
  List<ManagedAccount> page(
      Handle handle, @Nullable UUID organisation, String afterLoginId, int limit) {
    String where =
        organisation == null
            ? " and a.organisation_id in (select identity.managed_organisations())"
            : " and a.organisation_id = :organisation";
    var query =
        handle
            .createQuery(
                MANAGED + where + " and a.login_id > :after order by a.login_id limit :most")
            .bind("after", afterLoginId)
            .bind("most", limit);
    if (organisation != null) {
      query.bind("organisation", organisation);
    }
    return query.map((row, context) -> account(row)).list();
  }

  /** Makes an account; false when the login id is somebody's. */
  boolean insert(
      Handle handle, Caller caller, UUID id, AccountRequest.Judged request, Instant now) {
    return handle
            .createUpdate(
                """
                insert into identity.account
                  (id, organisation_id, login_id, display_name, role, shared, state, charged_to, created_by, created_at, changed_at)
                values (:id, :organisation, :loginId, :displayName, :role, :shared, 'INVITED', :chargedTo, :caller, :now, :now)
                on conflict (login_id) do nothing
                """)
            .bind("id", id)
            .bind("organisation", request.organisationId())
            .bind("loginId", request.loginId())
            .bind("displayName", request.displayName())
            .bind("role", request.role().name())
            .bind("shared", request.shared())
            .bind("chargedTo", request.chargedTo())
            .bind("caller", caller.principalId())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** The name of the organisation that made the present state; null until one changed it. */
  @Nullable String changedBy(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            select o.name from identity.account a left join identity.organisation o on o.id = a.changed_by where a.id = :id
            """)
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** Changes the name; whether the version was still the one seen. */
  boolean rename(Handle handle, UUID id, int version, String displayName, Instant now) {
    return handle
            .createUpdate(
                """
                update identity.account
                set display_name = :name, version = version + 1, changed_at = :now, changed_by = identity.current_organisation()
                where id = :id and version = :version
                """)
            .bind("name", displayName)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("id", id)
            .bind("version", version)
            .execute()
        == 1;
  }

  /** {@code identity.withdraw_account}: out of use, with all that it could be used by. */
  Outcome withdraw(Handle handle, ManagedAccount seen, AccountState to, Instant now) {
    return handle
        .createQuery("select identity.withdraw_account(:id, :version, :state, :now)")
        .bind("id", seen.id())
        .bind("version", seen.version())
        .bind("state", to.name())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(Outcome.class)
        .one();
  }

  /** {@code identity.enable_account}: usable again, with the password it had. */
  Outcome enable(Handle handle, ManagedAccount seen, Instant now) {
    return handle
        .createQuery("select identity.enable_account(:id, :version, :now)")
        .bind("id", seen.id())
        .bind("version", seen.version())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(Outcome.class)
        .one();
  }

  private static ManagedAccount account(ResultSet row) throws SQLException {
    return new ManagedAccount(
        row.getObject("id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("login_id"),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("shared"),
        AccountState.valueOf(row.getString("state")),
        row.getObject("charged_to", UUID.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("activated_at", OffsetDateTime.class),
        row.getObject("changed_at", OffsetDateTime.class),
        row.getInt("version"));
  }

  /** How a change of state ended; the answers of the functions. */
  enum Outcome {
    DONE,
    NOT_FOUND,
    STALE,
    OWN_ACCOUNT,
    LAST_ADMINISTRATOR,
    NOT_ACTIVATED
  }
}
