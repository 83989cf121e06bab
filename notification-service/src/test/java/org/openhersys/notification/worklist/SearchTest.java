package org.openhersys.notification.worklist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.search;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

@QuarkusTest
class SearchTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void theEntryIdOfTheMailFindsItsNotification() {
    Response receipt = submit(notifying.ehr, newKey(), json(confirmed()));
    notifying.submitted();
    String entryId = receipt.path("smartphoneEntryId");

    for (String typed :
        List.of(
            entryId,
            entryId.replace("-", ""),
            " " + entryId.replace('-', ' ') + "　",
            fullWidth(entryId),
            entryId.replace("-", "－"),
            entryId.replace("-", "ー"),
            entryId.replace("-", "‐"))) {
      search(staff, "{\"smartphoneEntryId\": \"" + typed + "\"}")
          .then()
          .statusCode(200)
          .body("items.id", contains(receipt.<String>path("id")))
          .body("items[0].smartphoneEntryId", equalTo(entryId));
    }
  }

  @Test
  void aSlipOfTheFingerIsTold() {
    String entryId = submit(notifying.ehr, newKey(), json(confirmed())).path("smartphoneEntryId");
    int digit = (entryId.charAt(0) - '0' + 1) % 10;

    search(staff, "{\"smartphoneEntryId\": \"" + digit + entryId.substring(1) + "\"}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("ENTRY_ID_CHECK_DIGIT"))
        .body("errors.pointer", contains("/smartphoneEntryId"));
    search(staff, "{\"smartphoneEntryId\": \"1234\"}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("ENTRY_ID_UNREADABLE"));
  }

  @ParameterizedTest
  @CsvSource({
    "𠮷田 髙﨑,      𠮷田髙﨑",
    "𠮷田　髙﨑,     𠮷田 髙﨑",
    "葛\uDB40\uDD00城 見本, 葛城 見本",
    "Ｓａｍｐｌｅ Ｊｏｈｎ, SAMPLE john",
    "ｶｸｳ ｼﾞﾛｳ,      カクウ　ジロウ",
    "かくう じろう,  カクウジロウ",
    "カクウ ジロウ,  かくうじろう"
  })
  void aNameIsFoundInItsOrdinaryFormAndShownAsItWasTyped(String typed, String searched) {
    String id = submittedAs(typed, "ミホン");

    search(staff, "{\"name\": \"" + searched + "\"}")
        .then()
        .body("items.id", contains(id))
        .body("items[0].patient.name", equalTo(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "ヨシダ タカサキ, よしだ たかさき",
    "ヨシダ タカサキ, ﾖｼﾀﾞﾀｶｻｷ",
    "ｶﾞﾘｳﾞｧｰ,        ガリヴァー",
    "ヴゔヵゕヽゝ,   ゔゔゕゕゝゝ"
  })
  void aKanaNameIsFoundWhicheverKanaItIsTypedIn(String typed, String searched) {
    String id = submittedAs("見本", typed);

    search(staff, "{\"nameKana\": \"" + searched + "\"}").then().body("items.id", contains(id));
  }

  @Test
  void theOriginalTextDoesNotMatchWhatItOnlyResembles() {
    submittedAs("髙﨑 見本", "タカサキ");

    search(staff, "{\"name\": \"髙﨑\"}").then().statusCode(200).body("items", empty());
    search(staff, "{\"name\": \"高碕見本\"}").then().body("items", empty());
  }

  @Test
  void whatIsGivenMustAllMatch() {
    String id = submittedAs("見本 一", "ミホン");
    submittedAs("見本 二", "ミホン");
    String birthDate =
        Notifying.read(notifying.ehr, id).path("document.patient.birthDate").toString();

    search(
            staff,
            "{\"nameKana\": \"ミホン\", \"name\": \"見本一\", \"birthDate\": \"" + birthDate + "\"}")
        .then()
        .body("items.id", contains(id));
    search(staff, "{\"nameKana\": \"ミホン\", \"birthDate\": \"1900-01-01\"}")
        .then()
        .body("items", empty());
    search(
            staff,
            "{\"name\": \"見本一\", \"reportedFrom\": \"%s\", \"reportedTo\": \"%s\"}"
                .formatted(today(), today()))
        .then()
        .body("items.id", contains(id));
    search(staff, "{\"name\": \"見本一\", \"reportedTo\": \"" + today().minusDays(1) + "\"}")
        .then()
        .body("items", empty());
    search(staff, "{\"name\": \"見本一\", \"reportedFrom\": \"" + today().plusDays(1) + "\"}")
        .then()
        .body("items", empty());
  }

  @Test
  void anInHousePatientIdIsFoundInWhateverWidth() {
    String id = submittedWith(confirmed().with(form -> form.inHousePatientId = "Mihon-7"));

    search(staff, "{\"inHousePatientId\": \"ＭＩＨＯＮ－７\"}").then().body("items.id", contains(id));
  }

  @Test
  void onlyThePresentRevisionIsFound() {
    String id = submittedAs("見本 旧姓", "ミホン");
    Handling.patch(notifying.ehr, UUID.fromString(id), "{\"patient\": {\"name\": \"見本 新姓\"}}");

    search(staff, "{\"name\": \"見本 旧姓\"}").then().body("items", empty());
    search(staff, "{\"name\": \"見本 新姓\"}").then().body("items.id", contains(id));
  }

  @Test
  void newestFirstAPageAtATime() {
    List<String> sent =
        List.of(
            submittedAs("見本 三郎", "ミホン"), submittedAs("見本 三郎", "ミホン"), submittedAs("見本 三郎", "ミホン"));

    Response first = search(staff, "{\"name\": \"見本 三郎\", \"limit\": 2}");
    Response second =
        search(
            staff,
            "{\"name\": \"見本 三郎\", \"limit\": 2, \"cursor\": \"" + first.path("next") + "\"}");

    first.then().body("items.id", contains(sent.get(2), sent.get(1)));
    second.then().body("items.id", contains(sent.get(0))).body("next", nullValue());
    search(staff, "{\"name\": \"見本 四郎\", \"cursor\": \"" + first.path("next") + "\"}")
        .then()
        .statusCode(400)
        .body("errors.code", contains("CURSOR_INVALID"));
  }

  @Test
  void everybodyFindsOnlyWhatTheyMaySee() {
    String id = submittedAs("見本 五郎", "ミホン");
    Login clerk = Directory.person(notifying.institution, Role.CLERK);
    Login stranger = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);

    search(clerk, "{\"name\": \"見本 五郎\"}").then().body("items.id", contains(id));
    search(stranger, "{\"name\": \"見本 五郎\"}").then().statusCode(200).body("items", empty());
  }

  @Test
  void aSearchWithoutAnythingToGoByIsRefused() {
    search(staff, "{}").then().statusCode(422).body("errors.code", contains("SEARCH_TOO_WIDE"));
    search(staff, "{\"name\": \"　\", \"reportedFrom\": \"2026-11-01\"}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("SEARCH_TOO_WIDE"));
    search(
            staff,
            "{\"name\": \"%s\", \"reportedFrom\": \"2026-11-02\", \"reportedTo\": \"2026-11-01\"}"
                .formatted("あ".repeat(201)))
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("TEXT_TOO_LONG", "RANGE_REVERSED"));
    search(staff, "{\"nickname\": \"タロ\"}").then().statusCode(400);
  }

  @Test
  void theAccessLogHoldsTheIdsThatWereFoundAndNothingElse() {
    String id = submittedAs("見本 六郎", "ミホン");

    search(staff, "{\"name\": \"見本 六郎\"}");
    search(staff, "{\"name\": \"見本 七郎\"}");

    assertEquals(
        List.of(id, ""),
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.createQuery(
                            "select array_to_string(subjects, ',') from audit.access_log where principal_id = ? order by sequence")
                        .bind(0, staff.principal())
                        .mapTo(String.class)
                        .list()));
  }

  private String submittedAs(String name, String kana) {
    return submittedWith(
        confirmed()
            .with(
                form ->
                    form.patient =
                        SampleForm.person(
                            name,
                            kana,
                            form.patient.sex(),
                            form.patient.birthDate(),
                            form.patient.ageAtDiagnosis())));
  }

  private String submittedWith(SampleForm form) {
    return submit(notifying.ehr, newKey(), json(form)).then().statusCode(201).extract().path("id");
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .mapToObj(c -> Character.toString(Character.isDigit(c) ? c - '0' + '０' : c))
        .reduce("", String::concat);
  }
}
