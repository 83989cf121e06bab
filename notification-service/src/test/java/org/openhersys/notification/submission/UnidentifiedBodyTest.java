package org.openhersys.notification.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.openhersys.notification.submission.Handling.list;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.sheet;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;

/** 身元不明の死体: nobody knows the name and the birth date, and it is notified all the same. */
@QuarkusTest
class UnidentifiedBodyTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);

  @Test
  void listSheetAndNotificationShowAPersonWithoutNameAndBirthDate() {
    Response receipt = submit(notifying.ehr, newKey(), json(unidentified()));

    receipt.then().statusCode(201).body("findings", empty());
    UUID id = UUID.fromString(receipt.path("id"));
    list(staff, Map.of())
        .then()
        .body("items.id", contains(id.toString()))
        .body("items[0].patient.name", nullValue())
        .body("items[0].patient.birthDate", nullValue())
        .body("items[0].patient.sex", equalTo("MALE"));
    sheet(staff, id).then().statusCode(200).body("patient.name", nullValue());
    Notifying.read(notifying.ehr, id)
        .then()
        .body("document.patient.nameUnknown", equalTo(true))
        .body("document.patient.ageAtDiagnosis.years", equalTo(50));
  }

  @Test
  void whoIsIdentifiedLaterGetsANameAndABirthDate() {
    UUID id = UUID.fromString(submit(notifying.ehr, newKey(), json(unidentified())).path("id"));

    patch(
            physician,
            id,
            """
            {"patient": {"name": "架空 太郎", "nameUnknown": null, "birthDate": "1961-04-05", "birthDateUnknown": null,
                         "ageAtDiagnosis": null}}
            """)
        .then()
        .statusCode(200)
        .body("findings", empty());

    list(staff, Map.of())
        .then()
        .body("items[0].patient.name", equalTo("架空 太郎"))
        .body("items[0].patient.birthDate", equalTo("1961-04-05"));
  }

  @Test
  void aBodyOfWhomNobodyKnowsTheAgeIsNotCalledLikeAnother() {
    submit(notifying.ehr, newKey(), json(unidentified()));

    submit(notifying.ehr, newKey(), json(unidentified())).then().body("findings", empty());
  }

  @Test
  void theLivingAreNotUnidentified() {
    SampleForm form = unidentified();
    form.category = DiagnosisCategory.CONFIRMED;
    form.deathDate = null;
    form.currentStatus = null;

    submit(notifying.ehr, newKey(), json(form))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/patient/name", "/patient/birthDate"));
  }

  private static SampleForm unidentified() {
    SampleForm form = SampleForm.of(DiagnosisCategory.BODY_CONFIRMED, today());
    form.patient = new Patient(null, true, null, Sex.MALE, null, true, new Age(50, null), null);
    return form;
  }
}
