package org.openhersys.notification.dailycount;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.dailycount.DailyCounting.PATH;
import static org.openhersys.notification.dailycount.DailyCounting.persons;
import static org.openhersys.notification.dailycount.DailyCounting.report;
import static org.openhersys.notification.dailycount.DailyCounting.today;
import static org.openhersys.notification.submission.Notifying.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.SampleForm;

/** 日別報告数: reported, corrected in time, seen by the area. */
/** What an area sees of its daily counts. */
@QuarkusTest
class DailyCountAreaTest {
  private final DailyCounting counting = new DailyCounting();
  private final LocalDate day = today();

  @Test
  void theAreaSeesSumsByDayAndBand() {
    Login other = Directory.person(Directory.institution(SampleForm.SAPPORO_CHUO), Role.CLERK);
    report(counting.clerk, day, persons("AGE_0", 3)).then().statusCode(201);
    report(other, day, persons("AGE_0", 4)).then().statusCode(201);
    report(other, day.minusDays(1), persons("AGE_90_OVER", 5)).then().statusCode(201);

    for (Login who : List.of(counting.staff, counting.cityHall)) {
      sums(who)
          .body("items.date", contains(day.minusDays(1).toString(), day.toString()))
          .body("items.reporters", contains(1, 2))
          .body("items.total", contains(5, 7))
          .body("items[1].counts.find { it.ageBand == 'AGE_0' }.count", equalTo(7))
          .body("items[0].counts.find { it.ageBand == 'AGE_0' }.count", equalTo(0))
          .body("items[0].counts[12].ageBand", equalTo("AGE_90_OVER"));
    }
  }

  @Test
  void theListGoesOnFromPageToPageNewestDayFirst() {
    for (int before = 0; before < 3; before++) {
      report(counting.clerk, day.minusDays(before), persons("AGE_0", before))
          .then()
          .statusCode(201);
    }
    List<String> days = new ArrayList<>();
    String cursor = null;
    do {
      var request = as(counting.staff).queryParam("limit", 2);
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get(PATH)
              .then()
              .statusCode(200)
              .extract();
      days.addAll(page.jsonPath().getList("items.date"));
      cursor = page.path("next");
    } while (cursor != null);

    assertEquals(
        List.of(day.toString(), day.minusDays(1).toString(), day.minusDays(2).toString()), days);
    as(counting.clerk)
        .queryParam("from", day.minusDays(1).toString())
        .queryParam("to", day.minusDays(1).toString())
        .get(PATH)
        .then()
        .body("items.total", contains(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, 2026-03-01, DATE_UNREADABLE",
    "2023-01-02, 2023-01-01, PERIOD_OUT_OF_BOUNDS",
    "2023-01-01, 2023-04-04, PERIOD_OUT_OF_BOUNDS"
  })
  void aPeriodIsBounded(String from, String to, String code) {
    as(counting.staff)
        .queryParam("from", from)
        .queryParam("to", to)
        .get(PATH + "/sums")
        .then()
        .statusCode(422)
        .body("errors.code", contains(code));
  }

  @Test
  void anInstitutionThatMovedIntoTheAreaIsNotBlamedForDaysBefore() {
    report(counting.clerk, day, persons("AGE_0", 1)).then().statusCode(201);
    UUID newCentre = Directory.healthCentre(SampleForm.SAPPORO_CHUO);
    Login staff = Directory.person(newCentre, Role.HEALTH_CENTRE_STAFF);

    missing(staff, day).body("items.id", not(hasItem(counting.institution.toString())));
    missing(staff, day.minusDays(1)).body("items.id", hasItem(counting.institution.toString()));
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
