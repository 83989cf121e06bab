package org.openhersys.identity.administrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.openhersys.identity.administrator.InvitingFirstAdministrator.Outcome.ADMINISTRATOR_EXISTS;
import static org.openhersys.identity.administrator.InvitingFirstAdministrator.Outcome.INVITED;
import static org.openhersys.identity.administrator.InvitingFirstAdministrator.Outcome.LOGIN_ID_TAKEN;
import static org.openhersys.identity.administrator.InvitingFirstAdministrator.Outcome.ORGANISATION_DIFFERS;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.identity.EmptyDatabase;
import org.openhersys.identity.activation.Activations;
import org.openhersys.identity.administrator.InvitingFirstAdministrator.Invitation;
import org.openhersys.identity.administrator.InvitingFirstAdministrator.Outcome;

/** In a system of its own that has nobody yet. */
@QuarkusTest
class FirstAdministratorTest {
  private static final String DATABASE = "first_administrator";

  @Inject Activations activations;
  @Inject AccessLog accessLog;

  private EmptyDatabase database;
  private InvitingFirstAdministrator inviting;

  @BeforeEach
  void makeDatabase() throws SQLException {
    database = EmptyDatabase.named(DATABASE);
    inviting =
        new InvitingFirstAdministrator(database.as("hersys_identity"), activations, accessLog);
  }

  @AfterEach
  void dropDatabase() {
    EmptyDatabase.drop(DATABASE);
  }

  @Test
  void anEmptySystemGetsTheNationalOrganisationAndAnInvitedAdministrator() {
    Invitation invitation = invite("mihon.kanri", "KUNI", "架空省");

    assertEquals(INVITED, invitation.outcome());
    assertEquals(
        List.of("KUNI 架空省 NATIONAL mihon.kanri NATIONAL_ADMINISTRATOR INVITED"),
        texts(
            """
            select concat_ws(' ', o.code, o.name, o.kind, a.login_id, a.role, a.state)
            from identity.account a join identity.organisation o on o.id = a.organisation_id
            """));
    assertEquals(
        List.of("account.invite-first-administrator"),
        texts("select operation from audit.access_log"));
  }

  @Test
  void oneThatWasNeverActivatedIsInvitedAgainAndTheFirstCodeIsVoid() {
    Invitation first = invite("mihon.kanri", null, null);
    Invitation second = invite("mihon.kannri", null, null);

    assertEquals(INVITED, second.outcome());
    assertNotEquals(first.activation().code(), second.activation().code());
    assertEquals(List.of("mihon.kannri"), texts("select login_id from identity.account"));
    assertEquals(List.of("1"), texts("select count(*)::text from identity.activation"));
  }

  @Test
  void onceOneWasActiveNobodyIsInvitedAnyMore() {
    for (String state : List.of("ACTIVE", "DISABLED", "INVITED")) {
      invite("mihon.kanri", null, null);
      owner(
          "update identity.account set state = '%s', password_hash = 'unusable', activated_at = now()"
              .formatted(state));

      Invitation refused = invite("mihon.other", null, null);

      assertEquals(ADMINISTRATOR_EXISTS, refused.outcome(), state);
      assertNull(refused.activation());
    }
  }

  @Test
  void aLoginIdOfSomebodyElseIsRefused() {
    owner(
        "insert into identity.organisation (id, code, kind, name) values (gen_random_uuid(), 'HC', 'HEALTH_CENTRE', '架空保健所')");
    owner(
        """
        insert into identity.account (id, organisation_id, login_id, display_name, role, password_hash)
        select gen_random_uuid(), id, 'mihon.kanri', '見本', 'HEALTH_CENTRE_STAFF', 'unusable' from identity.organisation
        """);

    assertEquals(LOGIN_ID_TAKEN, invite("mihon.kanri", null, null).outcome());
  }

  @Test
  void theNationalOrganisationThatStandsIsUsedAndNoOtherMade() {
    owner(
        "insert into identity.organisation (id, code, kind, name) values (gen_random_uuid(), 'KUNI', 'NATIONAL', '架空省')");

    assertEquals(ORGANISATION_DIFFERS, invite("mihon.kanri", "OTHER", "別の省").outcome());
    assertEquals(INVITED, invite("mihon.kanri", "KUNI", "架空省").outcome());
    assertEquals(INVITED, invite("mihon.kanri", null, null).outcome());
    assertEquals(List.of("KUNI"), texts("select code from identity.organisation"));
  }

  @Test
  void ofManyAtOnceThereIsOneAdministrator() {
    List<Outcome> outcomes =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> invite("mihon.kanri-" + i, null, null).outcome())
            .toList();

    assertEquals(List.of(INVITED), outcomes.stream().distinct().toList());
    assertEquals(List.of("1"), texts("select count(*)::text from identity.account"));
    assertEquals(List.of("1"), texts("select count(*)::text from identity.activation"));
  }

  private Invitation invite(String loginId, String code, String name) {
    // The object stands outside of the container, which would do this.
    var context = Arc.container().requestContext();
    boolean own = !context.isActive();
    if (own) {
      context.activate();
    }
    try {
      return inviting.invite(new FirstAdministrator(loginId, "見本 管理者", code, name));
    } finally {
      if (own) {
        context.terminate();
      }
    }
  }

  private void owner(String statement) {
    database.as("postgres").useHandle(handle -> handle.execute(statement));
  }

  private List<String> texts(String query) {
    return database
        .as("postgres")
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
