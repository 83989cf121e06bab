package org.openhersys.api.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.identifier.Uuids;

/**
 * Fixtures in the field's words: organisations, people and machines with live sessions and real
 * tokens.
 */
public final class Directory {
  private Directory() {}

  /** 保健所 whose area (所管区域) is these municipalities (six digits each). */
  public static UUID healthCentre(String... municipalities) {
    UUID centre = organisation("HEALTH_CENTRE", "架空保健所", null);
    for (String municipality : municipalities) {
      HersysDatabase.owner()
          .useHandle(
              h ->
                  h.execute(
                      """
                      insert into identity.jurisdiction (municipality_code, health_centre_id) values (?, ?)
                      on conflict (municipality_code) do update set health_centre_id = excluded.health_centre_id
                      """,
                      municipality,
                      centre));
    }
    return centre;
  }

  /** 医療機関 in that municipality. */
  public static UUID institution(String municipality) {
    return organisation("MEDICAL_INSTITUTION", "架空病院", municipality);
  }

  /** An organisation of any kind. */
  public static UUID organisation(String kind, String name, String municipality) {
    UUID id = Uuids.next();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "insert into identity.organisation (id, code, kind, name, municipality_code) values (?, ?, ?, ?, ?)",
                    id,
                    "T" + id.toString().replace("-", ""),
                    kind,
                    name + ThreadLocalRandom.current().nextInt(1_000_000),
                    municipality));
    return id;
  }

  /** A person with that role, logged in. */
  public static Login person(UUID organisation, Role role) {
    return person(organisation, role, null);
  }

  /** A person at a shared account (△△課1, [S18]), logged in as that operator. */
  public static Login person(UUID organisation, Role role, String operator) {
    UUID account = Uuids.next();
    UUID session = Uuids.next();
    HersysDatabase.owner()
        .useTransaction(
            h -> {
              h.execute(
                  """
                  insert into identity.account (id, organisation_id, login_id, display_name, role, shared, password_hash)
                  values (?, ?, ?, ?, ?, ?, 'unusable')
                  """,
                  account,
                  organisation,
                  "t" + account,
                  "見本 職員",
                  role.name(),
                  operator != null);
              h.execute(
                  """
                  insert into identity.session (id, account_id, organisation_id, role, operator, expires_at)
                  values (?, ?, ?, ?, ?, now() + interval '1 day')
                  """,
                  session,
                  account,
                  organisation,
                  role.name(),
                  operator);
            });
    return new Login(
        Caller.Kind.HUMAN, account, session, organisation, role, List.of(role.name()), operator);
  }

  /** The same account, in another session, with whoever sits at it. */
  public static Login again(Login account, String operator) {
    UUID session = Uuids.next();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into identity.session (id, account_id, organisation_id, role, operator, expires_at)
                    values (?, ?, ?, ?, ?, now() + interval '1 day')
                    """,
                    session,
                    account.principal(),
                    account.organisation(),
                    account.role().name(),
                    operator));
    return new Login(
        account.kind(),
        account.principal(),
        session,
        account.organisation(),
        account.role(),
        account.groups(),
        operator);
  }

  /** A machine client with these scopes and a live token's session. */
  public static Login machine(UUID organisation, String... scopes) {
    UUID client = Uuids.next();
    UUID session = Uuids.next();
    HersysDatabase.owner()
        .useTransaction(
            h -> {
              h.execute(
                  "insert into identity.client (id, organisation_id, name, scopes, jwks) values (?, ?, '見本システム', ?, '{\"keys\":[]}')",
                  client,
                  organisation,
                  scopes);
              h.execute(
                  """
                  insert into identity.session (id, client_id, organisation_id, expires_at)
                  values (?, ?, ?, now() + interval '1 day')
                  """,
                  session,
                  client,
                  organisation);
            });
    return new Login(
        Caller.Kind.MACHINE, client, session, organisation, null, List.of(scopes), null);
  }

  /** Somebody with a live session. */
  public record Login(
      Caller.Kind kind,
      UUID principal,
      UUID session,
      UUID organisation,
      Role role,
      List<String> groups,
      String operator) {

    /** A valid access token, signed by {@link TestIssuer}. */
    public String token() {
      return TestIssuer.sign(claims().build(), TestIssuer.key());
    }

    /** The value of the header Authorization. */
    public String bearer() {
      return "Bearer " + token();
    }

    /** The claims of a valid token, to be bent. */
    public JWTClaimsSet.Builder claims() {
      JWTClaimsSet.Builder claims =
          TestIssuer.claims(kind.name(), principal, session, organisation, groups);
      return operator == null ? claims : claims.claim("operator", operator);
    }

    /** Sets the scope of row-level security for the transaction, as a service does first of all. */
    public void enter(Handle handle) {
      handle
          .createQuery(CallerTransaction.ENTER)
          .bind(0, session)
          .bind(1, organisation)
          .bind(2, role == null ? null : role.name())
          .map((row, context) -> true)
          .one();
    }

    /** A transaction of its own as a database role, in this caller's scope; closing ends it. */
    public Handle entered(String databaseRole) {
      Handle handle = HersysDatabase.as(databaseRole).open();
      handle.begin();
      enter(handle);
      return handle;
    }

    /** Ends the session, as a log-out does. */
    public void revoke() {
      HersysDatabase.owner()
          .useHandle(
              h ->
                  h.execute(
                      "update identity.session set revoked_at = now() where id = ?", session));
    }
  }
}
