package org.openhersys.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.mail.Mailing.posted;
import static org.openhersys.notification.mail.Mailing.state;
import static org.openhersys.notification.mail.Mailing.waitUntil;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;

/** Who may see mails and have them sent again, through the service and in the database itself. */
@QuarkusTest
class MailsAuthorisationTest {
  private static final String PATH = "/api/v1/mails";

  private final UUID centre = Directory.healthCentre();
  private UUID mail;

  @BeforeEach
  void aParkedMail() {
    mail = posted(MailKind.HANDOVER_REQUESTED, centre);
    waitUntil(() -> state(mail).equals("PARKED"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"HEALTH_CENTRE_MANAGER", "INSTITUTION_MANAGER"})
  void aForeignManagerIsToldTheSameAsOfNothing(Role role) {
    Login stranger = Directory.person(Directory.healthCentre(), role);

    Response foreign = retry(stranger, mail);
    Response nothing = retry(stranger, UUID.randomUUID());

    assertEquals(404, foreign.statusCode());
    assertEquals(withoutTrace(nothing), withoutTrace(foreign));
    assertEquals("PARKED", state(mail));
    assertEquals(2, denied(stranger));
  }

  @Test
  void aRevokedSessionIsRefusedAtItsNextRequest() {
    Login manager = Directory.person(centre, Role.HEALTH_CENTRE_MANAGER);
    manager.revoke();

    assertEquals(401, Notifying.as(manager).get(PATH).statusCode());
    assertEquals(401, retry(manager, mail).statusCode());
  }

  @Test
  void theDatabaseShowsACentreOnlyItsOwnMails() {
    assertEquals(1, seen(Directory.person(centre, Role.HEALTH_CENTRE_MANAGER)));
    assertEquals(0, seen(Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER)));
    assertEquals(0, seen(Directory.machine(Directory.institution("131016"), "notification.read")));
    assertEquals(
        1,
        seen(
            Directory.person(
                Directory.organisation("NATIONAL", "架空省", null), Role.NATIONAL_ADMINISTRATOR)));
    assertEquals(
        0, HersysDatabase.as("hersys_notification").withHandle(this::mailsSeen).intValue());
  }

  @Test
  void theDatabaseRetriesForNobodyElse() {
    for (Login other :
        new Login[] {
          Directory.person(centre, Role.HEALTH_CENTRE_STAFF),
          Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER),
          Directory.machine(centre, "case.read")
        }) {
      assertEquals(
          false,
          as(
              other,
              h -> h.select("select notification.retry_mail(?)", mail).mapTo(Boolean.class).one()));
    }
    assertEquals("PARKED", state(mail));
  }

  @Test
  void theMailersRoleSeesNothingOfPeople() {
    for (String table :
        new String[] {
          "notification.notification",
          "notification.revision",
          "notification.course",
          "identity.account"
        }) {
      assertEquals(
          false,
          HersysDatabase.owner()
              .withHandle(
                  h ->
                      h.select(
                              "select has_any_column_privilege('hersys_mailer', ?, 'select')",
                              table)
                          .mapTo(Boolean.class)
                          .one()),
          table);
    }
  }

  private int seen(Login caller) {
    return as(caller, this::mailsSeen);
  }

  private Integer mailsSeen(Handle handle) {
    return handle
        .select("select count(*) from notification.mail where id = ?", mail)
        .mapTo(Integer.class)
        .one();
  }

  private static <T> T as(Login caller, Function<Handle, T> work) {
    return HersysDatabase.as("hersys_notification")
        .inTransaction(
            h -> {
              caller.enter(h);
              return work.apply(h);
            });
  }

  private static int denied(Login caller) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select(
                        "select count(*) from audit.access_log where principal_id = ? and operation = 'mail.retry' and outcome = 'DENIED' and cardinality(subjects) = 1",
                        caller.principal())
                    .mapTo(Integer.class)
                    .one());
  }

  private static Response retry(Login caller, UUID id) {
    return Notifying.as(caller).post(PATH + "/" + id + "/retry");
  }

  private static String withoutTrace(Response answer) {
    return answer.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }
}
