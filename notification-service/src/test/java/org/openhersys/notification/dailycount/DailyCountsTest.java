package org.openhersys.notification.dailycount;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.dailycount.DailyCounting.PATH;
import static org.openhersys.notification.dailycount.DailyCounting.backdate;
import static org.openhersys.notification.dailycount.DailyCounting.correct;
import static org.openhersys.notification.dailycount.DailyCounting.correction;
import static org.openhersys.notification.dailycount.DailyCounting.persons;
import static org.openhersys.notification.dailycount.DailyCounting.read;
import static org.openhersys.notification.dailycount.DailyCounting.report;
import static org.openhersys.notification.dailycount.DailyCounting.today;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Notifying.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

/** 日別報告数: reported, corrected in time, seen by the area. */
@QuarkusTest
class DailyCountsTest {
  private final DailyCounting counting = new DailyCounting();
  private final LocalDate day = today();

  @Test
  void zeroIsAReport() {
    report(counting.clerk, day, persons("AGE_0", 0))
        .then()
        .statusCode(201)
        .body("total", equalTo(0))
        .body("revision", equalTo(1))
        .body("counts", hasSize(13))
        .body("correctableBy", equalTo("REPORTER"))
        .body("reporter.id", equalTo(counting.institution.toString()));

    missing(counting.staff, day).body("items.id", not(hasItem(counting.institution.toString())));
    sums(counting.staff).body("items.total", contains(0)).body("items.reporters", contains(1));
  }

  @Test
  void absentIsNotZero() {
    missing(counting.staff, day).body("items.id", hasItem(counting.institution.toString()));
    missing(counting.cityHall, day).body("items.id", hasItem(counting.institution.toString()));
    sums(counting.staff).body("items", hasSize(0));
    as(counting.clerk).get(PATH + "/" + day).then().statusCode(404);
    assertEquals(1, logged(counting.clerk, "daily-count.read", "DENIED"));
  }

  @Test
  void theSameCountsAgainChangeNothing() {
    String body = persons("AGE_40_49", 2);
    String tag = report(counting.clerk, day, body).then().statusCode(201).extract().header("ETag");

    report(counting.clerk, day, body)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(tag))
        .body("revisions", hasSize(1));
  }

  @Test
  void aLostAnswerIsAskedForAgainOnTheNextDayToo() {
    String body = persons("AGE_40_49", 2);
    report(counting.clerk, day, body).then().statusCode(201);
    backdate(counting.institution, day, 1);

    report(counting.clerk, day, body).then().statusCode(200).body("revision", equalTo(1));
  }

  @Test
  void theReporterCorrectsOnTheSameDayAndWhatWasReportedStays() {
    String first =
        report(counting.clerk, day, persons("AGE_40_49", 2)).then().extract().header("ETag");
    Login physician = Directory.person(counting.institution, Role.PHYSICIAN, "見本 医師");

    report(physician, day, first, persons("AGE_50_59", 7))
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(first)))
        .body("total", equalTo(7))
        .body("revisions.revision", contains(2, 1))
        .body("revisions.total", contains(7, 2))
        .body("revisions[0].recordedBy.id", equalTo(physician.principal().toString()))
        .body("revisions[0].recordedBy.operator", equalTo("見本 医師"))
        .body("revisions[1].recordedBy.id", equalTo(counting.clerk.principal().toString()));
  }

  @Test
  void aCorrectionNeedsTheTagOfWhatItCorrects() {
    String first = report(counting.clerk, day, persons("AGE_0", 1)).then().extract().header("ETag");
    report(counting.clerk, day, persons("AGE_0", 2)).then().statusCode(428);
    report(counting.clerk, day, first, persons("AGE_1_4", 2)).then().statusCode(200);

    report(counting.clerk, day, first, persons("AGE_0", 3))
        .then()
        .statusCode(412)
        .body("differences", contains("/counts/0/count", "/counts/1/count"))
        .body("current", equalTo(first.replace("-1\"", "-2\"")));
    assertEquals(1, logged(counting.clerk, "daily-count.report", "DENIED"));
  }

  @Test
  void aTagThatTheCountNeverHadIsRefusedWhateverIsReported() {
    report(counting.clerk, day, "\"x\"", persons("AGE_0", 1)).then().statusCode(412);
    as(counting.clerk).get(PATH + "/" + day).then().statusCode(404);
    report(counting.clerk, day, persons("AGE_0", 1)).then().statusCode(201);

    report(counting.clerk, day, "\"x\"", persons("AGE_0", 1)).then().statusCode(412);
  }

  @Test
  void aCorrectionWhoseAnswerWasLostIsSentAgainAsItWas() {
    String first = report(counting.clerk, day, persons("AGE_0", 1)).then().extract().header("ETag");
    report(counting.clerk, day, first, persons("AGE_0", 2)).then().statusCode(200);

    report(counting.clerk, day, first, persons("AGE_0", 2))
        .then()
        .statusCode(200)
        .body("revisions", hasSize(2));
  }

  @Test
  void theReporterDoesNotCorrectOnTheNextDay() {
    String tag = report(counting.clerk, day, persons("AGE_0", 1)).then().extract().header("ETag");
    backdate(counting.institution, day, 1);

    report(counting.clerk, day, tag, persons("AGE_0", 2))
        .then()
        .statusCode(409)
        .body("errors.code", contains("CORRECTION_DAY_OVER"));
  }

  @Test
  void theLocalGovernmentCorrectsFromTheNextDayWithAReason() {
    String tag = report(counting.clerk, day, persons("AGE_0", 1)).then().extract().header("ETag");
    correct(counting.cityHall, counting.institution, day, tag, correction("AGE_0", 2))
        .then()
        .statusCode(409)
        .body("errors.code", contains("CORRECTION_NOT_YET"));
    backdate(counting.institution, day, 1);

    correct(counting.cityHall, counting.institution, day, tag, persons("AGE_0", 2))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    correct(counting.cityHall, counting.institution, day, tag, correction("AGE_0", 2))
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("correctableBy", equalTo("LOCAL_GOVERNMENT"))
        .body("revisions[0].reason", equalTo("架空の理由"))
        .body("revisions[0].organisation.id", equalTo(counting.city.toString()));
    as(counting.clerk)
        .get(PATH + "/" + day)
        .then()
        .statusCode(200)
        .body("revisions.total", contains(2, 1));
  }

  @ParameterizedTest
  @CsvSource({"30, 200", "31, 409"})
  void theTimeOfTheLocalGovernmentEnds(int daysLater, int expected) {
    String tag = report(counting.clerk, day, persons("AGE_0", 1)).then().extract().header("ETag");
    backdate(counting.institution, day, daysLater);

    correct(counting.cityHall, counting.institution, day, tag, correction("AGE_0", 2))
        .then()
        .statusCode(expected);
  }

  @Test
  void aRegistrationCentreCountsInItsLocalGovernmentsAreaAlone() {
    UUID registration = counting.registrationCentre();
    Login prefecture = Directory.person(counting.prefecture, Role.LOCAL_GOVERNMENT_STAFF);
    String tag =
        report(Directory.person(registration, Role.CLERK), day, persons("AGE_20_29", 400))
            .then()
            .statusCode(201)
            .extract()
            .header("ETag");
    backdate(registration, day, 1);

    read(counting.staff, registration, day).then().statusCode(404);
    read(counting.cityHall, registration, day).then().statusCode(404);
    sums(counting.staff).body("items", hasSize(0));
    sums(prefecture).body("items.total", contains(400));
    correct(prefecture, registration, day, tag, correction("AGE_20_29", 401))
        .then()
        .statusCode(200);
  }

  @Test
  void aRecordSystemReportsForItsInstitution() {
    Login ehr = Directory.machine(counting.institution, "notification.write", "notification.read");

    report(ehr, day, persons("AGE_0", 1)).then().statusCode(201);
    as(ehr).get(PATH + "/" + day).then().statusCode(200);
  }

  @Test
  void whoIsNoInstitutionDoesNotReport() {
    Login physician = Directory.person(counting.centre, Role.PHYSICIAN);

    report(physician, day, persons("AGE_0", 1)).then().statusCode(403);

    assertEquals(1, logged(physician, "daily-count.report", "DENIED"));
  }

  @Test
  void anInstitutionThatNoCentreServesIsTold() {
    Login clerk = Directory.person(Directory.institution("473821"), Role.CLERK);

    report(clerk, day, persons("AGE_0", 1))
        .then()
        .statusCode(409)
        .body("errors.code", contains("RECEIVING_HEALTH_CENTRE_MISSING"));
  }

  @Test
  void daysThatAreNotCountedAreRefused() {
    report(counting.clerk, day.plusDays(1), persons("AGE_0", 1))
        .then()
        .statusCode(422)
        .body("errors.code", contains("DAY_IN_FUTURE"));
    report(counting.clerk, "2022-09-25", persons("AGE_0", 1))
        .then()
        .statusCode(422)
        .body("errors.code", contains("DAY_BEFORE_START"));
    report(counting.clerk, "2022-09-26", persons("AGE_0", 1)).then().statusCode(201);
    as(counting.clerk).get(PATH + "/2022-09-25").then().statusCode(404);
    missingOn(counting.staff, day.plusDays(1)).statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "yesterday", "20260101"})
  void whatIsNoDateIsNotFound(String date) {
    report(counting.clerk, date, persons("AGE_0", 1)).then().statusCode(404);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    report(
            counting.clerk,
            day.plusDays(1),
            """
            {"counts": [{"ageBand": "AGE_0", "count": -1}, {"ageBand": "AGE_7", "count": 1}, {"ageBand": "AGE_1_4", "count": 100000},
                        {"ageBand": "AGE_5_9"}]}
            """)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "",
                "/counts/0/count",
                "/counts/1/ageBand",
                "/counts/2/count",
                "/counts/3/count",
                "/counts",
                "/total"));
    report(counting.clerk, day, persons("AGE_0", 1).replace("\"total\": 1", "\"total\": 2"))
        .then()
        .statusCode(422)
        .body("errors.code", contains("TOTAL_DIFFERS"));
  }

  @Test
  void ofTwoWhoReportAtOnceOneIsFirst() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> one = () -> report(counting.clerk, day, persons("AGE_0", 1)).statusCode();
      Callable<Integer> two = () -> report(counting.clerk, day, persons("AGE_0", 1)).statusCode();
      for (Future<Integer> answer : threads.invokeAll(List.of(one, two))) {
        statuses.add(answer.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertEquals(List.of(200, 201), statuses.stream().sorted().toList());
    read(counting.staff, counting.institution, day).then().body("revisions", hasSize(1));
  }

  @Test
  void theBandsAreForEverybodyToRead() {
    as(counting.clerk)
        .get(PATH + "/age-bands")
        .then()
        .statusCode(200)
        .body("items.code", hasSize(13))
        .body("items[12].japanese", equalTo("90歳以上"));
  }

  private ValidatableResponse sums(Login who) {
    return as(who).get(PATH + "/sums").then().statusCode(200);
  }

  private ValidatableResponse missing(Login who, LocalDate date) {
    return missingOn(who, date).statusCode(200);
  }

  private ValidatableResponse missingOn(Login who, LocalDate date) {
    return as(who)
        .queryParam("date", date.toString())
        .queryParam("limit", 500)
        .get(PATH + "/missing")
        .then();
  }
}
