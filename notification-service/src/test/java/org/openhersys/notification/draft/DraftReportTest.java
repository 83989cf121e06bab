package org.openhersys.notification.draft;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.draft.Drafting.REPORT;
import static org.openhersys.notification.draft.Drafting.change;
import static org.openhersys.notification.draft.Drafting.discard;
import static org.openhersys.notification.draft.Drafting.read;
import static org.openhersys.notification.draft.Drafting.report;
import static org.openhersys.notification.draft.Drafting.typed;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Notifying.newKey;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Notifying;

@QuarkusTest
class DraftReportTest {
  private final Notifying notifying = new Notifying();
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK, "見本 花子");
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void theClerkHasEnteredItAndThePhysicianHasAttestedIt() {
    UUID id = typed(clerk);

    Response receipt = report(physician, id, 1);

    receipt
        .then()
        .statusCode(201)
        .header("Location", startsWith("/api/v1/notifications/"))
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()))
        .body("submittedOn", equalTo(Notifying.today().toString()));
    UUID notification = receipt.jsonPath().getUUID("id");
    Notifying.read(staff, notification)
        .then()
        .statusCode(200)
        .body("sender.id", equalTo(notifying.institution.toString()))
        .body("enteredBy.id", equalTo(clerk.principal().toString()))
        .body("enteredBy.operator", equalTo("見本 花子"))
        .body("attestedBy", equalTo("見本 医師"))
        .body("document.attestedBy", equalTo("見本 医師"));
    read(clerk, id)
        .then()
        .body("state", equalTo("REPORTED"))
        .body("notificationId", equalTo(notification.toString()))
        .body("settledBy.id", equalTo(physician.principal().toString()))
        .body("reportable", equalTo(false));
  }

  @Test
  void whatComesOfItIsANotificationLikeAnyOther() {
    UUID notification = report(physician, typed(clerk), 1).jsonPath().getUUID("id");

    assertEquals(List.of("NOTIFICATION_SUBMITTED 1"), events(notification));
    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), mails(notification, notifying.centre));
    assertEquals(1, logged(physician, "notification.submit", "ALLOWED"));
    assertEquals(1, logged(physician, "draft.report", "ALLOWED"));
    confirm(staff, notification).then().statusCode(200);
  }

  @Test
  void aPhysicianWhoCorrectsAWordDoesNotTakeTheClerksPlace() {
    UUID id = typed(clerk);
    change(physician, id, 1, "{\"freeText\": \"医師の追記\"}").then().statusCode(200);

    UUID notification = report(physician, id, 2).jsonPath().getUUID("id");

    Notifying.read(physician, notification)
        .then()
        .body("enteredBy.id", equalTo(clerk.principal().toString()))
        .body("document.freeText", equalTo("医師の追記"));
  }

  @Test
  void whoTypesAndReportsAloneHasEnteredIt() {
    UUID notification = report(physician, typed(physician), 1).jsonPath().getUUID("id");

    Notifying.read(physician, notification)
        .then()
        .body("enteredBy.id", equalTo(physician.principal().toString()));
  }

  @Test
  void aRefusedReportLeavesTheDraftAsItIs() {
    UUID id = typed(clerk, "{\"patient\": {\"name\": \"架空 太郎\"}}");
    String key = newKey();

    report(physician, id, 1, key, REPORT)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/diagnosisCategory"))
        .body("errors.pointer", hasItem("/patient/birthDate"));

    read(clerk, id)
        .then()
        .body("state", equalTo("OPEN"))
        .body("notificationId", nullValue())
        .body("findings.pointer", hasItem("/diagnosisCategory"));
    change(clerk, id, 1, Notifying.json(Notifying.confirmed())).then().statusCode(200);
    report(physician, id, 2, key, REPORT).then().statusCode(201);
    assertEquals(1, notifying.notificationsOfInstitution());
  }

  @Test
  void nobodyAttestsWithoutAName() {
    UUID id =
        typed(clerk, Notifying.json(Notifying.confirmed().with(form -> form.attestedBy = "見本 事務")));

    report(physician, id, 1, newKey(), "{}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("ATTESTATION_MISSING"));
    report(physician, id, 1, newKey(), "{\"attestedBy\": \"%s\"}".formatted("あ".repeat(10_001)))
        .then()
        .statusCode(422)
        .body("errors.code", contains("TEXT_TOO_LONG"));
    read(clerk, id).then().body("state", equalTo("OPEN"));
  }

  @Test
  void nobodyAttestsWhatTheyHaveNotRead() {
    UUID id = typed(clerk);
    change(clerk, id, 1, "{\"freeText\": \"読まれていない\"}");

    report(physician, id, 1).then().statusCode(412).body("differences", contains("/freeText"));
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @Test
  void aClerkDoesNotReport() {
    report(clerk, typed(clerk), 1).then().statusCode(403);
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @Test
  void theSameReportAgainIsAnsweredAsBefore() {
    UUID id = typed(clerk);
    String key = newKey();
    String first = report(physician, id, 1, key, REPORT).path("id");

    report(physician, id, 1, key, REPORT).then().statusCode(201).body("id", equalTo(first));
    assertEquals(1, notifying.notificationsOfInstitution());
  }

  @Test
  void aKeyStandsForOneDraft() {
    String key = newKey();
    report(physician, typed(clerk), 1, key, REPORT).then().statusCode(201);

    report(physician, typed(clerk), 1, key, REPORT)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
    assertEquals(1, notifying.notificationsOfInstitution());
  }

  @Test
  void aSecondPhysicianIsToldThatItIsReported() {
    UUID id = typed(clerk);
    report(physician, id, 1).then().statusCode(201);

    report(Directory.person(notifying.institution, Role.PHYSICIAN), id, 1)
        .then()
        .statusCode(409)
        .body("errors.code", contains("DRAFT_REPORTED"));
    change(clerk, id, 1, "{}").then().statusCode(409);
    discard(clerk, id, 1).then().statusCode(409);
    assertEquals(1, notifying.notificationsOfInstitution());
  }

  @Test
  void howeverManyReportAtOnceOneNotificationComesOfIt() {
    UUID id = typed(clerk);
    String key = newKey();

    List<Integer> statuses =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            i % 2 == 0
                                ? report(physician, id, 1, key, REPORT).statusCode()
                                : report(
                                        Directory.person(notifying.institution, Role.PHYSICIAN),
                                        id,
                                        1)
                                    .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertEquals(1, notifying.notificationsOfInstitution());
    assertEquals(
        6, statuses.stream().filter(s -> s == 201 || s == 409).count(), statuses::toString);
  }

  @Test
  void aTakenSmartphoneEntryIdIsReplacedAndTheDraftIsStillHeld() {
    UUID id = typed(clerk);
    String taken = report(physician, typed(clerk), 1).path("smartphoneEntryId");
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    create sequence public.draft_faults;
                    create function public.draft_fault() returns trigger language plpgsql security definer as $$ begin
                      if nextval('public.draft_faults') <= 2 then new.smartphone_entry_id := '%s'; end if; return new; end $$;
                    create trigger draft_fault before insert on notification.course for each row execute function public.draft_fault();
                    """
                        .formatted(taken)));

    Response answer = report(physician, id, 1);
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "drop function public.draft_fault() cascade; drop sequence public.draft_faults"));

    answer.then().statusCode(201);
    read(clerk, id).then().body("state", equalTo("REPORTED"));
    assertEquals(2, notifying.notificationsOfInstitution());
  }

  @Test
  void anInstitutionWithoutACentreKeepsItsDraft() {
    UUID nowhere = Directory.institution(null);
    Login doctor = Directory.person(nowhere, Role.PHYSICIAN);
    UUID id = typed(doctor);

    report(doctor, id, 1)
        .then()
        .statusCode(409)
        .body("errors.code", contains("RECEIVING_HEALTH_CENTRE_MISSING"));
    read(doctor, id).then().body("state", equalTo("OPEN"));
  }

  @Test
  void aHealthCentreKeepsDraftsForItsOwnPhysicianAndWhoTypedOneDoesNotConfirmIt() {
    Login other = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    Login third = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    UUID id = typed(staff);
    change(other, id, 1, "{\"freeText\": \"追記\"}");

    UUID notification = report(third, id, 2).jsonPath().getUUID("id");

    Notifying.read(staff, notification)
        .then()
        .body("sender.id", equalTo(notifying.centre.toString()))
        .body("enteredBy.id", equalTo(other.principal().toString()));
    for (Login hand : List.of(staff, other, third)) {
      confirm(hand, notification)
          .then()
          .statusCode(403)
          .body("errors.code", hasSize(1))
          .body("errors.code", contains("SAME_PERSON"));
    }
    confirm(Directory.person(notifying.centre, Role.HEALTH_CENTRE_MANAGER), notification)
        .then()
        .statusCode(200);
  }
}
