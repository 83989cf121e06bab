package org.openhersys.notification.revision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.confirm;
import static org.openhersys.notification.submission.Handling.mails;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** Another category, and who attests it ([S3], [S17]). */
@QuarkusTest
class CategoryChangeTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void theResponsibleCentreChangesTheCategoryAndTheReceivingOneConfirmsAgain() {
    UUID id = notifying.submitted();
    confirm(staff, id).then().statusCode(200);
    Login responsible = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
    Custody.handOver(RawSql.courseOf(id), responsible.organisation());

    patch(
            responsible,
            id,
            "{\"diagnosisCategory\": \"ASYMPTOMATIC_CARRIER\", \"attestedBy\": \"見本 医師\"}")
        .then()
        .statusCode(200);

    confirm(staff, id).then().statusCode(200).body("confirmed.revision", equalTo(2));
  }

  @Test
  void anotherCategoryIsAnotherReport() {
    UUID id = suspected();
    confirm(staff, id).then().statusCode(200);

    patch(
            notifying.ehr,
            id,
            """
            {"diagnosisCategory": "CONFIRMED", "attestedBy": "見本 次郎", "tests": [{"method": "NUCLEIC_ACID_AMPLIFICATION",
             "specimen": "SALIVA", "samplingDate": "%s", "result": "POSITIVE"}]}
            """
                .formatted(today().minusDays(1)))
        .then()
        .statusCode(200)
        .body("attestedBy", equalTo("見本 次郎"))
        .body("submittedOn.category", containsInAnyOrder("SUSPECTED", "CONFIRMED"))
        .body("findings.code", contains("DIAGNOSIS_DATE_UNCHANGED"));

    sheet(staff, id)
        .then()
        .body("state", equalTo("TO_BE_CONFIRMED"))
        .body("history.deed", contains("CHANGE_CATEGORY", "CONFIRM"))
        .body("history[0].revision", equalTo(2));
    assertEquals(
        List.of("NOTIFICATION_RECEIVED 1", "NOTIFICATION_RECEIVED 2"), mails(id, notifying.centre));
  }

  @Test
  void theUnchangedDateOfDiagnosisIsToldUntilItIsCorrectedOrTheCategoryIs() {
    UUID id = notifying.submitted();
    String change = "{\"diagnosisCategory\": \"%s\", \"attestedBy\": \"見本 医師\"}";
    patch(notifying.ehr, id, "{\"onsetDate\": null}").then().statusCode(200);
    patch(notifying.ehr, id, change.formatted("ASYMPTOMATIC_CARRIER"))
        .then()
        .body("findings.code", contains("DIAGNOSIS_DATE_UNCHANGED"));

    patch(notifying.ehr, id, "{\"freeText\": \"架空の追記\"}")
        .then()
        .body("findings.code", contains("DIAGNOSIS_DATE_UNCHANGED"));

    patch(notifying.ehr, id, "{\"diagnosisDate\": \"" + today().minusDays(1) + "\"}")
        .then()
        .statusCode(200)
        .body("findings.code", not(hasItem("DIAGNOSIS_DATE_UNCHANGED")));
    patch(notifying.ehr, id, "{\"diagnosisDate\": \"" + today() + "\"}")
        .then()
        .body("findings.code", contains("DIAGNOSIS_DATE_UNCHANGED"));
    patch(notifying.ehr, id, change.formatted("CONFIRMED"))
        .then()
        .statusCode(200)
        .body("findings.code", not(hasItem("DIAGNOSIS_DATE_UNCHANGED")));
  }

  @Test
  void anotherCategoryIsAttestedAnew() {
    UUID id = suspected();

    patch(
            notifying.ehr,
            id,
            "{\"diagnosisCategory\": \"ASYMPTOMATIC_CARRIER\", \"onsetDate\": null}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("ATTESTATION_MISSING"))
        .body("errors.pointer", contains("/attestedBy"));
  }

  @Test
  void aClerkReportsNoOtherCategoryWhomeverHeNames() {
    UUID id = suspected();
    Login clerk = Directory.person(notifying.institution, Role.CLERK);
    String change = "{\"diagnosisCategory\": \"ASYMPTOMATIC_CARRIER\", \"onsetDate\": null%s}";
    String attested = change.formatted(", \"attestedBy\": \"見本 医師\"");

    for (Login somebody : List.of(clerk, Directory.again(clerk, "見本 医師"))) {
      patch(somebody, id, attested)
          .then()
          .statusCode(422)
          .body("errors.code", contains("CATEGORY_IS_A_PHYSICIANS"))
          .body("errors.pointer", contains("/diagnosisCategory"));
      patch(somebody, id, "{\"onsetDate\": null}").then().statusCode(200);
    }
    Login ward = Directory.again(Directory.person(notifying.institution, Role.PHYSICIAN), "見本 次郎");
    patch(ward, id, change.formatted(""))
        .then()
        .statusCode(422)
        .body("errors.code", contains("ATTESTATION_MISSING"));
    patch(ward, id, attested).then().statusCode(200).body("attestedBy", equalTo("見本 医師"));
  }

  @Test
  void aDayOfSubmissionIsNeverOverwritten() {
    UUID id = notifying.submitted();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.notification set submission_dates = '{\"CONFIRMED\": \"2026-01-15\"}' where id = ?",
                    id));
    String change = "{\"diagnosisCategory\": \"%s\", \"attestedBy\": \"見本 医師\"}";

    patch(notifying.ehr, id, change.formatted("ASYMPTOMATIC_CARRIER")).then().statusCode(200);
    patch(notifying.ehr, id, change.formatted("CONFIRMED"))
        .then()
        .statusCode(200)
        .body("submittedOn.category", contains("CONFIRMED", "ASYMPTOMATIC_CARRIER"))
        .body("submittedOn.date", contains("2026-01-15", today().toString()));
  }

  @Test
  void aCategoryThatIsChangedBackIsToBeConfirmedAndToldByMailAgain() {
    UUID id = notifying.submitted();
    String change = "{\"diagnosisCategory\": \"%s\", \"attestedBy\": \"見本 医師\"}";
    patch(notifying.ehr, id, change.formatted("ASYMPTOMATIC_CARRIER")).then().statusCode(200);
    confirm(staff, id).then().statusCode(200);

    patch(notifying.ehr, id, change.formatted("CONFIRMED")).then().statusCode(200);

    sheet(staff, id).then().body("state", equalTo("TO_BE_CONFIRMED"));
    assertEquals(
        List.of("NOTIFICATION_RECEIVED 1", "NOTIFICATION_RECEIVED 2", "NOTIFICATION_RECEIVED 3"),
        mails(id, notifying.centre));
  }

  @Test
  void aHealthCentresStaffNameThePhysicianWhoAttests() {
    SampleForm form = Notifying.confirmed().with(it -> it.attestedBy = null);

    submit(staff, newKey(), json(form))
        .then()
        .statusCode(422)
        .body("errors.code", contains("ATTESTATION_MISSING"))
        .body("errors.pointer", contains("/attestedBy"));
    submit(staff, newKey(), json(Notifying.confirmed()))
        .then()
        .statusCode(201)
        .body("receivingHealthCentre.id", equalTo(notifying.centre.toString()));
    Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
    submit(physician, newKey(), json(form)).then().statusCode(201);
  }

  @Test
  void whatAPhysicianAttestedStaysAttested() {
    UUID id = notifying.submitted();
    Login clerk = Directory.person(notifying.institution, Role.CLERK);

    for (Login somebody : List.of(notifying.ehr, clerk, staff)) {
      patch(somebody, id, "{\"attestedBy\": null, \"freeText\": \"架空\"}")
          .then()
          .statusCode(422)
          .body("errors.code", contains("ATTESTATION_MISSING"))
          .body("errors.pointer", contains("/attestedBy"));
    }
    patch(clerk, id, "{\"attestedBy\": \"見本 別医師\"}").then().statusCode(200);
  }

  private UUID suspected() {
    return UUID.fromString(
        submit(
                notifying.ehr,
                newKey(),
                json(Notifying.somebody(DiagnosisCategory.SUSPECTED, today())))
            .path("id"));
  }
}
