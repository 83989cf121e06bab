package org.openhersys.notification.quality;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openhersys.notification.quality.Chain.check;
import static org.openhersys.notification.quality.Chain.list;
import static org.openhersys.notification.quality.Chain.sheet;
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
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class QualityChainTest {
  private final Chain chain = new Chain();

  @Test
  void nothingEntersTheChainBeforeItsCentreHasConfirmed() {
    UUID id = chain.notifying.submitted();

    assertEquals(
        0, Notifying.count("notification.quality_chain where notification_id = '" + id + "'"));
    list(chain.institute, Map.of()).then().statusCode(200).body("items", empty());
    sheet(chain.institute, id).then().statusCode(404);
    assertEquals(1, Handling.logged(chain.institute, "quality.read", "DENIED"));
  }

  @Test
  void fromTheCentreToTheInstituteToNiid() {
    UUID id = chain.confirmed();

    list(chain.institute, Map.of("step", "LOCAL_INSTITUTE"))
        .then()
        .body("items.id", contains(id.toString()))
        .body("items[0].state", equalTo("WITH_INSTITUTE"))
        .body("items[0].sender.id", equalTo(chain.notifying.institution.toString()));
    sheet(chain.niid, id).then().statusCode(404);

    check(chain.institute, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("WITH_NATIONAL"))
        .body("mayCheck", equalTo(false))
        .body("history.deed", contains("CHECK_BY_INSTITUTE", "CONFIRM"))
        .body("history[0].recordedBy.operator", equalTo("見本 次郎"));
    list(chain.institute, Map.of()).then().body("items", empty());
    list(chain.niid, Map.of("limit", 500)).then().body("items.id", hasItem(id.toString()));

    check(chain.niid, id).then().statusCode(200).body("state", equalTo("CHECKED"));
    list(chain.niid, Map.of("limit", 500)).then().body("items.id", not(hasItem(id.toString())));
    assertEquals(1, Handling.logged(chain.niid, "quality.check", "ALLOWED"));
  }

  @Test
  void aLaterRevisionReopensBothSteps() {
    UUID id = chain.passedOn();
    check(chain.niid, id);

    Handling.patch(chain.notifying.ehr, id, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);

    list(chain.institute, Map.of("need", "CHANGED_SINCE_CONFIRMED"))
        .then()
        .body("items.id", contains(id.toString()))
        .body("items[0].confirmedRevision", equalTo(1))
        .body("items[0].revision", equalTo(2));
    check(chain.niid, id).then().statusCode(409).body("errors.code", contains("STEP_NOT_DUE"));
    check(chain.institute, id).then().statusCode(200);
    check(chain.niid, id).then().statusCode(200).body("state", equalTo("CHECKED"));
  }

  @Test
  void aConfirmationThatFallsBringsItBackToTheCentre() {
    UUID id = chain.passedOn();

    Handling.asked(chain.staff, id, 1);

    sheet(chain.staff, id).then().body("state", equalTo("WITH_CENTRE"));
    notReadByCheckers(id);
    list(chain.institute, Map.of()).then().body("items", empty());
    chain.confirm(id);
    sheet(chain.institute, id).then().statusCode(200);
    list(chain.institute, Map.of()).then().body("items.id", contains(id.toString()));
  }

  @Test
  void whatWasWithdrawnIsReadByNoStepAndIsNobodysDouble() {
    SampleForm person = confirmed();
    UUID id = submitted(person);
    chain.confirm(id);
    check(chain.institute, id).then().statusCode(200);
    Handling.withdrawn(chain.notifying.ehr, id).then().statusCode(200);

    notReadByCheckers(id);
    UUID again = submitted(person);
    chain.confirm(again);
    sheet(chain.institute, again).then().body("likelyDuplicates", equalTo(0));
  }

  private void notReadByCheckers(UUID id) {
    for (Login checker : List.of(chain.institute, chain.niid)) {
      sheet(checker, id).then().statusCode(404);
      Chain.ask(checker, id, "{\"items\": [{\"text\": \"架空の照会\"}]}").then().statusCode(404);
      check(checker, id, "\"quality-1-1\"").then().statusCode(404);
    }
  }

  @Test
  void whatWasChangedMeanwhileIsNotChecked() {
    UUID id = chain.confirmed();
    String tag = sheet(chain.institute, id).header("ETag");
    Handling.patch(chain.notifying.ehr, id, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);

    check(chain.institute, id, tag).then().statusCode(412).body("current", not(equalTo(tag)));
    Notifying.as(chain.institute)
        .post("/api/v1/quality-checks/" + id + "/checks")
        .then()
        .statusCode(428);
  }

  @Test
  void whereNoInstituteIsNiidFollowsTheCentre() {
    Chain.below(Directory.organisation("LOCAL_GOVERNMENT", "見本県", null), chain.notifying.centre);
    UUID id = chain.confirmed();

    sheet(chain.niid, id).then().statusCode(200).body("state", equalTo("WITH_NATIONAL"));
    Handling.patch(chain.notifying.ehr, id, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);
    sheet(chain.niid, id).then().body("state", equalTo("WITH_NATIONAL"));
  }

  @Test
  void eachNeedIsFoundAndCounted() {
    SampleForm person = confirmed();
    UUID lacking = submitted(person);
    chain.confirm(lacking);
    UUID warned = submitted(person.with(form -> form.onsetDate = today().minusDays(40)));
    chain.confirm(warned);

    list(chain.institute, Map.of("need", "MISSING"))
        .then()
        .body("items.id", contains(lacking.toString(), warned.toString()))
        .body("items[0].missingItems", greaterThan(0));
    list(chain.institute, Map.of("need", "OPEN_WARNINGS"))
        .then()
        .body("items.id", hasItem(warned.toString()))
        .body("items.openWarnings", hasItem(greaterThan(0)));
    list(chain.institute, Map.of("need", "OPEN_QUERIES")).then().body("items", empty());
    // The later notification tells of the earlier one of the same person.
    list(chain.institute, Map.of("need", "LIKELY_DUPLICATES"))
        .then()
        .body("items.id", hasItem(warned.toString()));
  }

  @Test
  void aWarningThatWasSetAsideIsNotOpenInTheChain() {
    UUID id = chain.notifying.submittedWithWarning();
    chain.confirm(id);
    sheet(chain.institute, id)
        .then()
        .body("findings.code", contains("ONSET_LONG_BEFORE_DIAGNOSIS"));

    Handling.setAside(chain.staff, id, "/onsetDate", "ONSET_LONG_BEFORE_DIAGNOSIS")
        .then()
        .statusCode(200);

    list(chain.institute, Map.of("need", "OPEN_WARNINGS")).then().body("items", empty());
    list(chain.institute, Map.of()).then().body("items.openWarnings", contains(0));
    sheet(chain.institute, id).then().body("findings", empty());
    Chain.institutions(chain.institute, today(), today())
        .then()
        .body("items.withOpenWarnings", contains(0));
    Handling.patch(chain.notifying.ehr, id, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);
    list(chain.institute, Map.of()).then().body("items.openWarnings", contains(0));
    Handling.patch(chain.notifying.ehr, id, "{\"onsetDate\": \"" + today().minusDays(40) + "\"}")
        .then()
        .statusCode(200);
    list(chain.institute, Map.of()).then().body("items.openWarnings", contains(1));
  }

  private UUID submitted(SampleForm form) {
    return UUID.fromString(
        submit(chain.notifying.ehr, newKey(), json(form))
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  @Test
  void oldestFirstAPageAtATime() {
    List<String> ids =
        List.of(
            chain.confirmed().toString(),
            chain.confirmed().toString(),
            chain.confirmed().toString());

    Response first = list(chain.institute, Map.of("limit", 2));
    Response second =
        list(chain.institute, Map.of("limit", 2, "cursor", first.<String>path("next")));

    first.then().body("items.id", contains(ids.get(0), ids.get(1)));
    second.then().body("items.id", contains(ids.get(2))).body("next", nullValue());
    list(chain.institute, Map.of("need", "MISSING", "cursor", first.<String>path("next")))
        .then()
        .statusCode(400)
        .body("errors.code", contains("CURSOR_INVALID"));
  }

  @Test
  void anotherStepAndAnUnknownNeedAreRefused() {
    list(chain.institute, Map.of("step", "NATIONAL_SURVEILLANCE"))
        .then()
        .statusCode(422)
        .body("errors.code", contains("STEP_NOT_YOURS"));
    list(chain.institute, Map.of("need", "SLEEP"))
        .then()
        .statusCode(422)
        .body("errors.code", contains("NEED_UNKNOWN"));
    list(chain.institute, Map.of("limit", 501)).then().statusCode(422);
  }

  @Test
  void theInstituteSeesTheFormAndNiidNobody() {
    UUID id =
        UUID.fromString(
            submit(
                    chain.notifying.ehr,
                    newKey(),
                    json(
                        confirmed()
                            .with(
                                form -> {
                                  form.inHousePatientId = "MIHON-99";
                                  form.freeText = "架空の自由記載";
                                  form.patient =
                                      SampleForm.person(
                                          "架空 花子",
                                          "カクウ ハナコ",
                                          form.patient.sex(),
                                          form.patient.birthDate(),
                                          form.patient.ageAtDiagnosis());
                                })))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    chain.confirm(id);
    sheet(chain.institute, id).then().body("document.patient.name", equalTo("架空 花子"));
    check(chain.institute, id).then().statusCode(200);

    String shown = sheet(chain.niid, id).then().statusCode(200).extract().asString();

    for (String hidden :
        List.of("架空 花子", "カクウ", "MIHON-99", "自由記載", "011-", "birthDate\":", "見本町", "1-2-3")) {
      assertFalse(shown.contains(hidden), hidden + " in " + shown);
    }
    sheet(chain.niid, id)
        .then()
        .body("document.diagnosisCategory", equalTo("CONFIRMED"))
        .body("document.patient.sex", equalTo("MALE"))
        .body("document.patient.ageAtDiagnosis.years", greaterThan(19))
        .body("document.currentLocation.municipalityCode", equalTo(SampleForm.SAPPORO_CHUO))
        .body("document.tests[0].result", equalTo("POSITIVE"))
        .body("missing", hasItems("/symptoms/present"));
  }

  @Test
  void noOtherWayLeadsThemToAPerson() {
    UUID id = chain.passedOn();

    for (Login checker : List.of(chain.institute, chain.niid)) {
      for (String table :
          List.of("notification", "course", "revision", "confirmation", "published_notification")) {
        String key =
            table.equals("revision") || table.equals("confirmation") ? "notification_id" : "id";
        assertEquals(
            0,
            RawSql.<Integer>inScope(
                checker,
                h -> RawSql.ids(h, "select " + key + " from notification." + table).size()),
            table);
      }
      assertEquals(
          "42501",
          RawSql.refusal(
              checker, h -> h.execute("update notification.quality_chain set state = 'CHECKED'")),
          "only by the functions");
    }
    assertEquals(
        0,
        RawSql.<Integer>inScope(
            chain.prefecturesInstitute,
            h ->
                h.createQuery("select count(*) from notification.document_to_check(?)")
                    .bind(0, id)
                    .mapTo(int.class)
                    .one()));
  }

  @Test
  void errorRatesAreCountedPerInstitution() {
    UUID id = chain.confirmed();
    chain.confirmed();
    Handling.patch(chain.notifying.ehr, id, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);
    Chain.asked(chain.institute, id);
    Handling.asked(chain.staff, id, 2);
    Login manager = Directory.person(chain.notifying.centre, Role.HEALTH_CENTRE_MANAGER);

    for (Login who : List.of(manager, chain.institute)) {
      Chain.institutions(who, today(), today())
          .then()
          .statusCode(200)
          .body("items.institution.id", contains(chain.notifying.institution.toString()))
          .body("items[0].notifications", equalTo(2))
          .body("items[0].withMissingItems", equalTo(2))
          .body("items[0].correctedAfterConfirmation", equalTo(1))
          .body("items[0].questions", equalTo(3));
    }
    Chain.institutions(chain.niid, today(), today())
        .then()
        .body("items.institution.id", hasItem(chain.notifying.institution.toString()));
    Chain.institutions(chain.prefecturesInstitute, today(), today()).then().body("items", empty());
    Chain.institutions(manager, today().minusDays(2), today().minusDays(1))
        .then()
        .body("items", empty());
    Chain.institutions(manager, today(), today().minusDays(1)).then().statusCode(422);
    Chain.institutions(manager, "2026-02-30", today()).then().statusCode(422);
  }
}
