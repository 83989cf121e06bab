package org.openhersys.identity.session;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.identity.organisation.OrganisationKind;

/**
 * Sessions in the database. Every service looks here, through {@code identity.enter}, at every
 * request.
 */
@Singleton
public class SessionRecords {

  /** Stores a session; the transaction stands at the door of its account or client. */
  public void insert(Handle handle, NewSession session) {
    Caller caller = session.caller();
    boolean human = caller.kind() == Caller.Kind.HUMAN;
    handle
        .createUpdate(
            """
            insert into identity.session (id, account_id, client_id, organisation_id, role, operator, created_at, expires_at)
            values (:id, :account, :client, :organisation, :role, :operator, :createdAt, :expiresAt)
            """)
        .bind("id", session.id())
        .bind("account", human ? caller.principalId() : null)
        .bind("client", human ? null : caller.principalId())
        .bind("organisation", caller.organisationId())
        .bind("role", caller.roleName())
        .bind("operator", caller.operator())
        .bind("createdAt", session.createdAt().atOffset(ZoneOffset.UTC))
        .bind("expiresAt", session.expiresAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The caller's own session; the caller is a person. */
  public Session read(Handle handle, UUID session) {
    return handle
        .createQuery(
            """
            select s.id, s.role, s.operator, s.created_at, s.expires_at, a.id as account_id, a.login_id, a.display_name,
                   o.id as organisation_id, o.code, o.kind, o.name
            from identity.session s
            join identity.account a on a.id = s.account_id
            join identity.organisation o on o.id = s.organisation_id
            where s.id = :session
            """)
        .bind("session", session)
        .map(
            (row, context) ->
                new Session(
                    row.getObject("id", UUID.class),
                    new Session.SessionAccount(
                        row.getObject("account_id", UUID.class),
                        row.getString("login_id"),
                        row.getString("display_name")),
                    new Session.SessionOrganisation(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("code"),
                        OrganisationKind.valueOf(row.getString("kind")),
                        row.getString("name")),
                    Role.valueOf(row.getString("role")),
                    row.getString("operator"),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("expires_at", OffsetDateTime.class)))
        .one();
  }

  /** Ends every session of a client; the transaction stands at its door. */
  public void revokeAllOfClient(Handle handle, UUID client) {
    handle
        .createUpdate(
            "update identity.session set revoked_at = now() where client_id = :client and revoked_at is null")
        .bind("client", client)
        .execute();
  }

  /** Ends a session; every service refuses it from now on. */
  public void revoke(Handle handle, UUID session) {
    handle
        .createUpdate(
            "update identity.session set revoked_at = now() where id = :session and revoked_at is null")
        .bind("session", session)
        .execute();
  }
}
