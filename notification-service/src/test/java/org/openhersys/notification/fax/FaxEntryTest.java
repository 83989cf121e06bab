package org.openhersys.notification.fax;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.fax.Faxing.claim;
import static org.openhersys.notification.fax.Faxing.enter;
import static org.openhersys.notification.fax.Faxing.read;
import static org.openhersys.notification.fax.Faxing.registered;
import static org.openhersys.notification.submission.Handling.answer;
import static org.openhersys.notification.submission.Handling.events;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.questions;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Institution;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Notifying;

@QuarkusTest
class FaxEntryTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, "見本 花子");
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);

  @Test
  void whatTheFaxSaysBecomesANotificationOfWhoSentIt() {
    UUID fax = faxed(today().minusDays(3).toString());
    claim(staff, fax);

    SampleForm threeDaysAgo =
        signed(SampleForm.of(DiagnosisCategory.CONFIRMED, today().minusDays(3)));
    Response receipt = enter(staff, fax, newKey(), json(threeDaysAgo));

    receipt
        .then()
        .statusCode(201)
        .header("Location", startsWith("/api/v1/notifications/"))
        .body("submittedOn", equalTo(today().toString()))
        .body("faxReceivedOn", equalTo(today().minusDays(3).toString()))
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()));
    UUID id = receipt.jsonPath().getUUID("id");
    Notifying.read(physician, id)
        .then()
        .statusCode(200)
        .body("sender.id", equalTo(notifying.institution.toString()))
        .body("enteredBy.id", equalTo(staff.principal().toString()))
        .body("enteredBy.operator", equalTo("見本 花子"))
        .body("attestedBy", equalTo("見本 医師"))
        .body("faxReceivedOn", equalTo(today().minusDays(3).toString()));
    sheet(staff, id)
        .then()
        .body("faxReceivedOn", equalTo(today().minusDays(3).toString()))
        .body("faxId", equalTo(fax.toString()))
        .body("enteredByReceivingHealthCentre", equalTo(true))
        .body("mayNotBecause", equalTo("SAME_PERSON"))
        .body("state", equalTo("TO_BE_CONFIRMED"));
    sheet(physician, id).then().body("faxId", nullValue());
    read(staff, fax)
        .then()
        .body("state", equalTo("ENTERED"))
        .body("notificationId", equalTo(id.toString()))
        .body("claimedBy", nullValue());
    assertEquals(List.of("NOTIFICATION_SUBMITTED 1"), events(id));
    assertEquals(List.of("NOTIFICATION_RECEIVED 1"), mails(id, notifying.centre));
    assertEquals(List.of(), mails(id, notifying.institution));
    assertEquals(1, logged(staff, "notification.submit", "ALLOWED"));
    assertEquals(1, logged(staff, "fax.enter", "ALLOWED"));
  }

  @Test
  void whatDidNotComeByFaxHasNoDayOfReceipt() {
    UUID id = notifying.submitted();

    Notifying.read(physician, id).then().body("faxReceivedOn", nullValue());
    sheet(staff, id).then().body("faxReceivedOn", nullValue()).body("faxId", nullValue());
  }

  @Test
  void whatWouldRefuseTheSenderIsEnteredAndAsked() {
    UUID fax = faxed(today().toString());
    SampleForm form =
        signed(confirmed())
            .with(
                f -> {
                  f.onsetDate = today().plusDays(2);
                  f.tests = null;
                });
    submit(physician, newKey(), json(form)).then().statusCode(422);

    Response receipt = enter(staff, fax, newKey(), json(form));

    UUID id = receipt.then().statusCode(201).extract().jsonPath().getUUID("id");
    receipt
        .then()
        .body("findings.severity", not(hasItem("ERROR")))
        .body("findings.code", hasItems("DATE_IN_FUTURE", "REQUIRED"));
    questions(physician, id)
        .then()
        .body("items.pointer", containsInAnyOrder("/onsetDate", "/tests"))
        .body("items.state", contains("OPEN", "OPEN"))
        .body("items[0].askedBy.operator", equalTo("見本 花子"))
        .body("items.text", hasItem("FAXの記載をご確認ください: 未来の日付です。"));
    sheet(staff, id).then().body("state", equalTo("RETURNED"));
    assertEquals(List.of("NOTIFICATION_RETURNED 2"), mails(id, notifying.institution));
    UUID question = questions(physician, id).jsonPath().getUUID("items[0].id");
    answer(physician, id, question).then().statusCode(200);
  }

  @Test
  void anOutpatientSuspectedCaseThatCameByFaxIsAskedAbout() {
    SampleForm form =
        signed(SampleForm.of(DiagnosisCategory.SUSPECTED, today())).with(f -> f.admission = null);

    enter(staff, faxed(today().toString()), newKey(), json(form))
        .then()
        .statusCode(201)
        .body("findings.severity", not(hasItem("ERROR")));
    assertEquals(1, notifying.notificationsOfInstitution());
  }

  @Test
  void whatStandsOpenFromTheFaxKeepsNobodyFromCorrectingSomethingElse() {
    SampleForm form = signed(confirmed()).with(f -> f.onsetDate = today().plusDays(2));
    UUID id =
        enter(staff, faxed(today().toString()), newKey(), json(form)).jsonPath().getUUID("id");

    patch(physician, id, "{\"freeText\": \"追記\"}")
        .then()
        .statusCode(200)
        .body("findings.code", hasItem("DATE_IN_FUTURE"))
        .body("findings.severity", not(hasItem("ERROR")));
    patch(physician, id, "{\"diagnosisDate\": \"%s\"}".formatted(today().plusDays(1)))
        .then()
        .statusCode(422);
    patch(physician, id, "{\"onsetDate\": \"%s\"}".formatted(today().minusDays(1)))
        .then()
        .statusCode(200)
        .body("findings.code", not(hasItem("DATE_IN_FUTURE")));
    patch(physician, id, "{\"onsetDate\": \"%s\"}".formatted(today().plusDays(2)))
        .then()
        .statusCode(422);
  }

  @Test
  void onlyWhatCannotBeKeptRefusesAndTheFaxWaitsOn() {
    UUID fax = faxed(today().toString());

    enter(
            staff,
            fax,
            newKey(),
            "{\"onsetDate\": \"きのう\", \"inHousePatientId\": \"%s\"}".formatted("あ".repeat(201)))
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/onsetDate",
                "/inHousePatientId",
                "/diagnosisCategory",
                "/patient/name",
                "/patient/sex",
                "/patient/birthDate"));
    read(staff, fax).then().body("state", equalTo("WAITING"));
  }

  @Test
  void anOutageMakesNoDoctorLate() {
    SampleForm tenDaysAgo =
        signed(SampleForm.of(DiagnosisCategory.CONFIRMED, today().minusDays(10)))
            .with(f -> f.reportDate = today());

    enter(staff, faxed(today().minusDays(10).toString()), newKey(), json(tenDaysAgo))
        .then()
        .statusCode(201)
        .body("findings.code", not(hasItem("REPORTED_LATE")));
    enter(staff, faxed(today().toString()), newKey(), json(tenDaysAgo))
        .then()
        .statusCode(201)
        .body("findings.code", hasItem("REPORTED_LATE"));
  }

  @Test
  void theDayOfReceiptCountsInLaterCorrectionsToo() {
    SampleForm tenDaysAgo =
        signed(SampleForm.of(DiagnosisCategory.CONFIRMED, today().minusDays(10)))
            .with(f -> f.reportDate = today());
    UUID id =
        enter(staff, faxed(today().minusDays(10).toString()), newKey(), json(tenDaysAgo))
            .jsonPath()
            .getUUID("id");

    patch(physician, id, "{\"freeText\": \"追記\"}")
        .then()
        .statusCode(200)
        .body("findings.code", not(hasItem("REPORTED_LATE")));
  }

  @Test
  void aFaxThatNobodySignedIsAskedAbout() {
    SampleForm form =
        confirmed()
            .with(
                f -> {
                  f.attestedBy = null;
                  f.physicianName = null;
                });

    UUID id =
        enter(staff, faxed(today().toString()), newKey(), json(form)).jsonPath().getUUID("id");

    questions(physician, id).then().body("items.pointer", contains("/attestedBy"));
  }

  @Test
  void theSenderIsFoundByTheCodeThatTheFaxNames() {
    String code = "9%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set code = ? where id = ?",
                    code,
                    notifying.institution));
    UUID fax = registered(staff, Map.of());
    SampleForm form =
        signed(confirmed()).with(f -> f.institution = new Institution(code, "見本医院", null, null));

    UUID id = enter(staff, fax, newKey(), json(form)).jsonPath().getUUID("id");

    Notifying.read(physician, id)
        .then()
        .body("sender.id", equalTo(notifying.institution.toString()));
    read(staff, fax).then().body("institution.id", equalTo(notifying.institution.toString()));
  }

  @Test
  void whatAnUnregisteredInstitutionFaxedIsTheCentresOwnAndAsksNobody() {
    UUID fax = registered(staff, Map.of());
    SampleForm form =
        signed(confirmed())
            .with(
                f -> {
                  f.institution = new Institution("9110000001", "架空診療所", null, null);
                  f.onsetDate = today().plusDays(2);
                });

    UUID id =
        enter(staff, fax, newKey(), json(form))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");

    Notifying.read(staff, id)
        .then()
        .body("sender.id", equalTo(notifying.centre.toString()))
        .body("faxReceivedOn", equalTo(today().toString()))
        .body("document.institution.name", equalTo("架空診療所"));
    questions(staff, id).then().body("items", empty());
  }

  @Test
  void anInstitutionThatHasMovedAwayMeanwhileIsNoSender() {
    UUID fax = faxed(today().toString());
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set municipality_code = '131016' where id = ?",
                    notifying.institution));

    enter(staff, fax, newKey(), json(signed(confirmed())))
        .then()
        .statusCode(422)
        .body("errors.code", contains("INSTITUTION_NOT_SERVED"));
    read(staff, fax).then().body("state", equalTo("WAITING"));
  }

  @Test
  void howeverManyEnterItAtOnceOneNotificationComesOfIt() {
    UUID fax = faxed(today().toString());
    String key = newKey();
    String form = json(signed(confirmed()));

    List<Integer> statuses =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            i % 2 == 0
                                ? enter(staff, fax, key, form).statusCode()
                                : enter(
                                        Directory.person(
                                            notifying.centre, Role.HEALTH_CENTRE_STAFF),
                                        fax,
                                        newKey(),
                                        form)
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
  void theSameEntryAgainIsAnsweredAsBefore() {
    UUID fax = faxed(today().toString());
    String key = newKey();
    String form = json(signed(confirmed()));
    String first = enter(staff, fax, key, form).path("id");

    enter(staff, fax, key, form)
        .then()
        .statusCode(201)
        .body("id", equalTo(first))
        .body("faxReceivedOn", equalTo(today().toString()));
    enter(staff, fax, newKey(), form)
        .then()
        .statusCode(409)
        .body("errors.code", contains("FAX_ENTERED"));
    enter(staff, faxed(today().toString()), key, form)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
    assertEquals(1, notifying.notificationsOfInstitution());
  }

  @Test
  void whoComesBackAfterTheClaimHasRunOutEntersUnlessSomebodyElseHasIt() {
    UUID fax = faxed(today().toString());
    claim(staff, fax);
    Faxing.expire(fax);
    enter(staff, fax, newKey(), json(signed(confirmed()))).then().statusCode(201);

    UUID taken = faxed(today().toString());
    claim(staff, taken);
    Faxing.expire(taken);
    claim(Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF), taken);
    enter(staff, taken, newKey(), json(signed(confirmed())))
        .then()
        .statusCode(409)
        .body("errors.code", contains("FAX_CLAIMED"));
  }

  private UUID faxed(String receivedOn) {
    return registered(
        staff, Map.of("receivedOn", receivedOn, "institutionId", notifying.institution));
  }

  /** As it comes on paper: the physician's name in the head, and nothing of an attestation. */
  private static SampleForm signed(SampleForm form) {
    return form.with(f -> f.attestedBy = null);
  }
}
