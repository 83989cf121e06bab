package org.openhersys.notification.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.RawSql.inScope;
import static org.openhersys.notification.submission.RawSql.refusal;
import static org.openhersys.notification.submission.RawSql.state;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

/**
 * What the service's database role may write: in the caller's own name, and never over what stands.
 */
@QuarkusTest
class WritingInOnesOwnNameTest {
  private final Notifying notifying = new Notifying();
  private final Login receiver = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private UUID id;
  private UUID course;

  @BeforeEach
  void submitOne() {
    id = notifying.submitted();
    course = RawSql.courseOf(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update notification.revision set patient_name = '別人'",
        "delete from notification.revision",
        "delete from notification.notification",
        "update notification.notification set sender_organisation_id = receiving_organisation_id",
        "update notification.notification set submitted_at = now()",
        "update notification.course set smartphone_entry_id = '0000-0000-0000'",
        "delete from notification.course",
        "select * from notification.event",
        "update notification.event set kind = kind",
        "select * from audit.access_log",
        "update audit.access_log set outcome = 'DENIED'",
        "delete from audit.access_log",
        "select * from identity.account",
        "select * from identity.session",
        "select * from tracking.case_file"
      })
  void whatIsWrittenStaysWritten(String statement) {
    assertEquals("42501", refusal(notifying.ehr, h -> h.execute(statement)));
  }

  @Test
  void whoOnlySeesANotificationDoesNotRevise() {
    Login related = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.give(course, related.organisation(), "READ");

    int changed =
        inScope(related, h -> h.execute("update notification.notification set revision = 2"));

    assertEquals(0, changed);
    assertEquals(
        "42501", refusal(related, h -> revise(h, related.organisation(), related.principal())));
  }

  @Test
  void nobodyWritesInSomebodyElsesName() {
    UUID other = Uuids.next();
    UUID own = notifying.institution;

    assertEquals(
        "42501",
        refusal(
            notifying.ehr,
            h ->
                h.execute(
                    "insert into notification.course values (?, '0000-0000-0000', 'COVID_19', ?, ?, now())",
                    Uuids.next(),
                    other,
                    notifying.centre)));
    assertEquals(
        "42501",
        refusal(
            notifying.ehr,
            h ->
                h.execute(
                    "insert into notification.notification values (?, ?, 'COVID_19', '2020-10', ?, ?, 1, now(), '{}')",
                    Uuids.next(),
                    course,
                    other,
                    notifying.centre)));
    assertEquals("42501", refusal(notifying.ehr, h -> revise(h, own, other)));
    assertEquals("42501", refusal(notifying.ehr, h -> revise(h, other, notifying.ehr.principal())));
    assertEquals("42501", refusal(notifying.ehr, h -> log(h, other, own)));
    assertEquals("42501", refusal(notifying.ehr, h -> log(h, notifying.ehr.principal(), other)));
  }

  @Test
  void aForgedOrEndedSessionDoesNotEnter() {
    Login ended = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    ended.revoke();

    assertEquals("28000", refusal(ended, h -> 0));
    assertEquals(
        "28000",
        state(
            h ->
                h.execute(
                    "select identity.enter(?, ?, ?)",
                    receiver.session(),
                    notifying.institution,
                    receiver.role().name())));
  }

  private int revise(Handle handle, UUID organisation, UUID author) {
    return handle.execute(
        """
        insert into notification.revision
          (notification_id, revision, organisation_id, entered_by, recorded_at, document, findings, diagnosis_category,
           patient_name, sex, birth_date)
        values (?, 2, ?, ?, now(), '{}', '[]', 'CONFIRMED', '架空 太郎', 'MALE', '1961-04-05')
        """,
        id,
        organisation,
        author);
  }

  private int log(Handle handle, UUID principal, UUID organisation) {
    return handle.execute(
        """
        insert into audit.access_log (id, principal_id, session_id, organisation_id, operation, outcome, subjects)
        values (?, ?, ?, ?, 'notification.read', 'ALLOWED', '{}')
        """,
        Uuids.next(),
        principal,
        notifying.ehr.session(),
        organisation);
  }
}
