package org.openhersys.notification.fax;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.openhersys.notification.fax.Faxing.enter;
import static org.openhersys.notification.fax.Faxing.registered;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.somebody;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Notifying;

/** What was entered from a fax, corrected in place afterwards ([S3]). */
@QuarkusTest
class FaxCorrectionTest {
  private static final String TEST =
      """
      {"method": "NUCLEIC_ACID_AMPLIFICATION", "specimen": "SALIVA", "samplingDate": "%s", "result": "POSITIVE"}
      """;

  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);

  @Test
  void inAnotherCategoryTheReportDateOfTheFormCounts() {
    LocalDate faxed = today().minusDays(10);
    UUID id = entered(faxed, somebody(DiagnosisCategory.SUSPECTED, faxed));
    String confirmed =
        """
        {"diagnosisCategory": "CONFIRMED", "attestedBy": "見本 医師", "diagnosisDate": "%s", "reportDate": "%s", "tests": [%s]}
        """;

    patch(physician, id, confirmed.formatted(today(), today().minusDays(1), TEST.formatted(faxed)))
        .then()
        .statusCode(422)
        .body("errors.code", contains("DIAGNOSIS_AFTER_REPORT"));
    patch(physician, id, confirmed.formatted(today().minusDays(1), today(), TEST.formatted(faxed)))
        .then()
        .statusCode(200)
        .body("findings.code", not(hasItem("REPORTED_LATE")));
    patch(physician, id, "{\"freeText\": \"追記\"}").then().statusCode(200);
    patch(physician, id, "{\"diagnosisDate\": \"%s\"}".formatted(today().minusDays(5)))
        .then()
        .statusCode(200)
        .body("findings.code", hasItem("REPORTED_LATE"));
  }

  @Test
  void whatStandsOpenIsToleratedAtItsNewPlaceInAList() {
    String right = TEST.formatted(today().minusDays(1));
    String open = TEST.formatted(today().plusDays(1));
    UUID faxed =
        entered(
            today(),
            somebody(DiagnosisCategory.CONFIRMED, today())
                .with(f -> f.tests = List.of(f.tests.get(0), tomorrow(f.tests.get(0)))));

    patch(physician, faxed, "{\"tests\": [%s]}".formatted(open))
        .then()
        .statusCode(200)
        .body("findings.pointer", hasItem("/tests/0/samplingDate"));
    patch(physician, faxed, "{\"tests\": [%s, %s]}".formatted(right, open)).then().statusCode(200);
    patch(physician, faxed, "{\"tests\": [%s, %s, %s]}".formatted(right, open, open))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/tests/2/samplingDate"))
        .body("errors.pointer", not(hasItem("/tests/1/samplingDate")));
  }

  private static org.openhersys.notification.form.Test tomorrow(
      org.openhersys.notification.form.Test test) {
    return new org.openhersys.notification.form.Test(
        test.method(), test.specimen(), null, today().plusDays(1), null, test.result());
  }

  private UUID entered(LocalDate receivedOn, SampleForm form) {
    UUID fax =
        registered(
            staff,
            Map.of("receivedOn", receivedOn.toString(), "institutionId", notifying.institution));
    return enter(staff, fax, newKey(), json(form))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("id");
  }
}
