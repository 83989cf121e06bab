package org.openhersys.notification.revision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.TestMethod;
import org.openhersys.notification.form.TestResult;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/** 検査は一度に4回分まで ([S6]). */
@QuarkusTest
class TestsOverTimeTest {
  private final Notifying notifying = new Notifying();
  private UUID id;

  @BeforeEach
  void submitted() {
    id = notifying.submitted();
  }

  @Test
  void fiveTestsAtOnceAreTakenAndToldOf() {
    Response receipt = submit(notifying.ehr, newKey(), withTests(5));

    receipt
        .then()
        .statusCode(201)
        .body("findings.code", contains("TOO_MANY_TESTS_AT_ONCE"))
        .body("findings.pointer", contains("/tests"));
    Notifying.read(notifying.ehr, receipt.path("id"))
        .then()
        .body("findings.code", contains("TOO_MANY_TESTS_AT_ONCE"))
        .body("document.tests.size()", equalTo(5));
    Handling.patch(notifying.ehr, UUID.fromString(receipt.path("id")), "{\"freeText\": \"架空の追記\"}")
        .then()
        .body("findings.code", contains("TOO_MANY_TESTS_AT_ONCE"));
  }

  @Test
  void anyNumberIsReachedOverTime() {
    patched(5).then().statusCode(200);
    patched(9)
        .then()
        .statusCode(200)
        .body("document.tests.size()", equalTo(9))
        .body("findings.code", not(hasItem("TOO_MANY_TESTS_AT_ONCE")));
  }

  @Test
  void aResultThatBecomesKnownIsNoNewTest() {
    patched(5).then().statusCode(200);
    SampleForm form = Notifying.confirmed();
    form.tests =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> sampledOn(Notifying.today().minusDays(i)))
            .map(test -> known(test))
            .toList();

    Handling.patch(notifying.ehr, id, Notifying.json(form)).then().statusCode(200);
  }

  @Test
  void aChangeThatAddsFiveIsTakenAndToldOf() {
    patched(6)
        .then()
        .statusCode(200)
        .body("findings.code", contains("TOO_MANY_TESTS_AT_ONCE"))
        .body("document.tests.size()", equalTo(6));
  }

  private Response patched(int tests) {
    return Handling.patch(notifying.ehr, id, withTests(tests));
  }

  private static String withTests(int number) {
    SampleForm form = Notifying.confirmed();
    form.tests =
        IntStream.rangeClosed(1, number)
            .mapToObj(i -> Notifying.today().minusDays(i))
            .map(TestsOverTimeTest::sampledOn)
            .toList();
    return Notifying.json(form);
  }

  private static org.openhersys.notification.form.Test sampledOn(LocalDate day) {
    return new org.openhersys.notification.form.Test(
        TestMethod.NUCLEIC_ACID_AMPLIFICATION, Specimen.SALIVA, null, day, null, null);
  }

  private static org.openhersys.notification.form.Test known(
      org.openhersys.notification.form.Test test) {
    return new org.openhersys.notification.form.Test(
        test.method(),
        test.specimen(),
        test.specimenText(),
        test.samplingDate(),
        null,
        TestResult.POSITIVE);
  }
}
