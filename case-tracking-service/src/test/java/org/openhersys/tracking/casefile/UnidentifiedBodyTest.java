package org.openhersys.tracking.casefile;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.openhersys.tracking.CaseTracking.as;
import static org.openhersys.tracking.CaseTracking.caseOf;
import static org.openhersys.tracking.CaseTracking.staffOf;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.Submission;

/** 身元不明の死体: a case without name and birth date. */
@QuarkusTest
class UnidentifiedBodyTest {
  private final UUID centre = Directory.healthCentre();

  @Test
  void listCaseAndFeedShowAPersonWithoutNameAndBirthDate() {
    Submission submission =
        HersysDatabase.owner()
            .inTransaction(
                h -> {
                  Submission made = Submission.written(h, centre, null);
                  h.execute(
                      """
                      update notification.revision
                      set diagnosis_category = 'BODY_CONFIRMED', patient_name = null, patient_name_kana = null, birth_date = null
                      where notification_id = ?
                      """,
                      made.notificationId());
                  return made;
                });
    UUID id = caseOf(submission);

    as(staffOf(centre))
        .get("/api/v1/cases")
        .then()
        .statusCode(200)
        .body("items[0].patient.name", nullValue())
        .body("items[0].patient.birthDate", nullValue())
        .body("items[0].patient.sex", equalTo("FEMALE"));
    as(staffOf(centre))
        .get("/api/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("patient.name", nullValue());
    as(Directory.machine(centre, Scopes.CASE_READ))
        .get("/api/v1/cases/changes")
        .then()
        .statusCode(200)
        .body("items[0].case.patient.birthDate", nullValue());
  }
}
