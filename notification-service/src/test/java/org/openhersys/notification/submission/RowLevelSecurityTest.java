package org.openhersys.notification.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.RawSql.ids;
import static org.openhersys.notification.submission.RawSql.inScope;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.SampleForm;

/** Raw SQL as the service's database role, without any where-clause. */
@QuarkusTest
class RowLevelSecurityTest {
  private static final List<String> PEOPLE =
      List.of(
          "select id from notification.course",
          "select id from notification.notification",
          "select notification_id from notification.revision",
          "select notification_id from notification.confirmation",
          "select id from notification.published_notification");

  private final Notifying notifying = new Notifying();
  private final Login receiver = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private UUID id;
  private UUID course;

  @BeforeEach
  void submitOne() {
    id = notifying.submitted();
    course = RawSql.courseOf(id);
  }

  @Test
  void withoutCallerNobodyIsSeen() {
    HersysDatabase.as("hersys_notification")
        .useHandle(
            h -> {
              PEOPLE.forEach(query -> assertEquals(Set.of(), ids(h, query), query));
              assertEquals(Set.of(), ids(h, "select course_id from tracking.custody"));
            });
  }

  @Test
  void aForeignCentreSeesNobody() {
    Login stranger = Directory.person(Directory.healthCentre("131016"), Role.HEALTH_CENTRE_STAFF);

    assertSees(stranger, Set.of());
  }

  @Test
  void anotherInstitutionOfTheSameTownSeesNobody() {
    Login neighbour =
        Directory.machine(Directory.institution(SampleForm.SAPPORO_CHUO), "notification.read");

    assertSees(neighbour, Set.of());
  }

  @Test
  void senderAndReceivingCentreSeeWhatIsTheirs() {
    assertSees(notifying.ehr, Set.of(id, course));
    assertSees(receiver, Set.of(id, course));
  }

  @Test
  void whoHasCustodySeesUntilItEnds() {
    Login present = Directory.person(Directory.healthCentre("131016"), Role.HEALTH_CENTRE_STAFF);
    Login former = Directory.person(Directory.healthCentre("131024"), Role.HEALTH_CENTRE_STAFF);
    giveCustody(present.organisation(), "null");
    giveCustody(former.organisation(), "now() - interval '1 minute'");

    assertSees(present, Set.of(id, course));
    assertSees(former, Set.of());
  }

  @Test
  void theContextEndsWithItsTransaction() {
    HersysDatabase.as("hersys_notification")
        .useHandle(
            h -> {
              h.useTransaction(
                  inside -> {
                    receiver.enter(inside);
                    assertTrue(ids(inside, PEOPLE.get(1)).contains(id));
                  });
              assertEquals(Set.of(), ids(h, PEOPLE.get(1)));
            });
  }

  private void giveCustody(UUID organisation, String until) {
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  insert into tracking.case_file (id, case_number, course_id, smartphone_entry_id, disease, diagnosis_category,
                    patient_name, sex, birth_date, receiving_organisation_id, responsible_organisation_id, submitted_at, changed_at)
                  select id, id::text, id, id::text, 'COVID_19', 'CONFIRMED', '架空 太郎', 'MALE', '1961-04-05',
                         receiving_organisation_id, receiving_organisation_id, now(), now()
                  from notification.course where id = ? on conflict do nothing
                  """,
                  course);
              h.execute(
                  """
                  insert into tracking.custody_entry (case_id, organisation_id, course_id, custody_right, until, submitted_at)
                  values (?, ?, ?, 'READ', %s, now())
                  """
                      .formatted(until),
                  course,
                  organisation,
                  course);
            });
  }

  private static void assertSees(Login caller, Set<UUID> expected) {
    inScope(
        caller,
        h -> {
          PEOPLE.forEach(
              query ->
                  assertTrue(
                      expected.isEmpty()
                          ? ids(h, query).isEmpty()
                          : expected.containsAll(ids(h, query)) && ids(h, query).size() == 1,
                      query));
          return null;
        });
  }
}
