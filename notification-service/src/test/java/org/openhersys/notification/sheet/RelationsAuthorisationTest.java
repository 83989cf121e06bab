package org.openhersys.notification.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** Who may do what with a notification that somebody else sent: endpoint by role and relation. */
@QuarkusTest
class RelationsAuthorisationTest {
  private static final Set<Role> INSTITUTION =
      EnumSet.of(Role.PHYSICIAN, Role.CLERK, Role.INSTITUTION_MANAGER);
  private static final Set<Role> CENTRE =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER);
  private static final Set<Role> BOTH = union(INSTITUTION, CENTRE);

  private final Notifying notifying = new Notifying();
  private final Login receiving = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private UUID id;
  private UUID question;

  enum Endpoint {
    SHEET(BOTH),
    CONFIRM(CENTRE),
    QUESTIONS(BOTH),
    ASK(CENTRE),
    ANSWER(INSTITUTION),
    WITHDRAW(CENTRE),
    SUPPLEMENT(union(EnumSet.of(Role.PHYSICIAN, Role.CLERK), CENTRE)),
    REVISIONS(BOTH),
    REVISION(BOTH);

    private final Set<Role> admitted;

    Endpoint(Set<Role> admitted) {
      this.admitted = admitted;
    }
  }

  enum Relation {
    SENDER,
    OTHER_INSTITUTION,
    RECEIVING_CENTRE,
    RESPONSIBLE_CENTRE,
    RECEIVING_AFTER_HANDOVER,
    RELATED_TO_WRITE,
    RELATED_TO_READ,
    STRANGER
  }

  @BeforeEach
  void aReturnedNotification() {
    id = notifying.submitted();
    question = Handling.asked(receiving, id, 2).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    //           sender, other inst., receiving, responsible, handed over, to write, to read,
    // stranger
    "SHEET,      200,    404,         200,       200,         200,         200,      200,     404",
    "CONFIRM,    403,    403,         200,       403,         200,         403,      403,     404",
    "QUESTIONS,  200,    404,         200,       200,         200,         200,      200,     404",
    "ASK,        403,    403,         201,       403,         201,         403,      403,     404",
    "ANSWER,     200,    404,         403,       403,         403,         403,      403,     403",
    "WITHDRAW,   403,    403,         200,       403,         200,         403,      403,     404",
    "SUPPLEMENT, 200,    404,         200,       200,         403,         200,      403,     404",
    "REVISIONS,  200,    404,         200,       200,         200,         200,      200,     404",
    "REVISION,   200,    404,         200,       200,         200,         200,      200,     404"
  })
  void itDependsOnWhatOneHasToDoWithTheNotification(
      Endpoint endpoint,
      int sender,
      int otherInstitution,
      int receivingCentre,
      int responsible,
      int handedOver,
      int toWrite,
      int toRead,
      int stranger) {
    Iterator<Integer> expected =
        List.of(
                sender,
                otherInstitution,
                receivingCentre,
                responsible,
                handedOver,
                toWrite,
                toRead,
                stranger)
            .iterator();
    for (Relation relation : Relation.values()) {
      Login person = personWith(relation);

      Response answer = request(endpoint, person);

      assertEquals(expected.next(), answer.statusCode(), relation + answer.asString());
      anotherAfter(answer);
    }
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void itDependsOnTheRole(Endpoint endpoint) {
    for (Role role : Role.values()) {
      UUID organisation =
          endpoint == Endpoint.ANSWER || INSTITUTION.contains(role)
              ? notifying.institution
              : notifying.centre;
      Login person = Directory.person(organisation, role);

      Response answer = request(endpoint, person);

      int status = answer.statusCode();
      assertEquals(endpoint.admitted.contains(role), status / 100 == 2, endpoint + " " + role);
      assertTrue(status / 100 == 2 || status == 403, endpoint + " " + role + " " + status);
      anotherAfter(answer);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theListAndTheSearchAreForInstitutionsAndCentres(Role role) {
    Login person = Directory.person(notifying.centre, role);

    int list = Handling.list(person, Map.of()).statusCode();
    int search = Handling.search(person, "{\"name\": \"架空 太郎\"}").statusCode();

    assertEquals(BOTH.contains(role) ? 200 : 403, list);
    assertEquals(BOTH.contains(role) ? 200 : 403, search);
  }

  @Test
  void aMachineSupplementsWithTheScopeToWriteAndReadsRevisionsWithOneToRead() {
    Login writer = Directory.machine(notifying.institution, "notification.write");
    Login reader = Directory.machine(notifying.institution, "notification.read");
    Login centre = Directory.machine(notifying.centre, "case.read");

    assertEquals(200, request(Endpoint.SUPPLEMENT, writer).statusCode());
    assertEquals(403, request(Endpoint.SUPPLEMENT, reader).statusCode());
    assertEquals(403, request(Endpoint.SUPPLEMENT, centre).statusCode());
    assertEquals(403, request(Endpoint.REVISIONS, writer).statusCode());
    assertEquals(200, request(Endpoint.REVISIONS, reader).statusCode());
    assertEquals(200, request(Endpoint.REVISION, centre).statusCode());
    assertEquals(403, request(Endpoint.SHEET, reader).statusCode());
    assertEquals(403, request(Endpoint.CONFIRM, centre).statusCode());
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void whatIsRefusedLeavesARowOfItsOwn(Endpoint endpoint) {
    Login related = personWith(Relation.RELATED_TO_READ);
    Login stranger = personWith(Relation.STRANGER);

    List<Login> people = List.of(related, stranger);

    for (Login person : people) {
      int status = request(endpoint, person).statusCode();
      long denied =
          Notifying.count(
              "audit.access_log where outcome = 'DENIED' and principal_id = '%s' and '%s' = any(subjects)"
                  .formatted(person.principal(), id));
      boolean byRole = !endpoint.admitted.contains(person.role());
      assertEquals(status / 100 == 2 || byRole ? 0 : 1, denied, endpoint + " " + status);
    }
  }

  /** What succeeded may have changed the notification: the next one has one of its own. */
  private void anotherAfter(Response answer) {
    if (answer.statusCode() / 100 == 2) {
      aReturnedNotification();
    }
  }

  private Login personWith(Relation relation) {
    UUID course = RawSql.courseOf(id);
    return switch (relation) {
      case SENDER -> Directory.person(notifying.institution, Role.PHYSICIAN);
      case OTHER_INSTITUTION -> Directory.person(Directory.institution("131016"), Role.PHYSICIAN);
      case RECEIVING_CENTRE -> receiving;
      case RESPONSIBLE_CENTRE -> {
        Login staff = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
        Custody.handOver(course, staff.organisation());
        yield staff;
      }
      case RECEIVING_AFTER_HANDOVER -> {
        Custody.handOver(course, Directory.healthCentre());
        yield receiving;
      }
      case RELATED_TO_WRITE -> related(course, "WRITE");
      case RELATED_TO_READ -> related(course, "READ");
      case STRANGER -> Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    };
  }

  private static Login related(UUID course, String right) {
    Login staff = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.give(course, staff.organisation(), right);
    return staff;
  }

  private Response request(Endpoint endpoint, Login person) {
    return switch (endpoint) {
      case SHEET -> Handling.sheet(person, id);
      case CONFIRM -> Handling.confirm(person, id, Handling.sheet(receiving, id).header("ETag"));
      case QUESTIONS -> Handling.questions(person, id);
      case ASK -> Handling.ask(person, id, "{\"items\": [{\"text\": \"架空の質問\"}]}");
      case ANSWER -> Handling.answer(person, id, question);
      case WITHDRAW -> Handling.withdraw(person, id, question);
      case SUPPLEMENT -> Handling.patch(person, id, "{\"freeText\": \"追記\"}");
      case REVISIONS -> Handling.revisions(person, id);
      case REVISION -> Handling.revision(person, id, 1);
    };
  }

  private static Set<Role> union(Set<Role> some, Set<Role> others) {
    Set<Role> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }
}
