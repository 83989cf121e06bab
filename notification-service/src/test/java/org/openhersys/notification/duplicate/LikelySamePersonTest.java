package org.openhersys.notification.duplicate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Handling.setAside;
import static org.openhersys.notification.submission.Handling.succeeded;
import static org.openhersys.notification.submission.Handling.withdrawn;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class LikelySamePersonTest {
  private static final String CODE = "LIKELY_SAME_PERSON";

  private final Notifying notifying = new Notifying();
  private final Notifying elsewhere = new Notifying();
  private final SampleForm first = confirmed();

  @Test
  void whoWasNotifiedElsewhereIsToldOfAndNothingOfTheOtherNotification() {
    Response other = submit(elsewhere.ehr, newKey(), json(first));
    other.then().body("findings", empty());

    Response second = submit(notifying.ehr, newKey(), json(again(form -> {})));

    second
        .then()
        .statusCode(201)
        .body("findings.code", contains(CODE))
        .body("findings.pointer", contains("/patient"));
    for (String known : List.of("id", "courseId", "smartphoneEntryId")) {
      assertFalse(second.asString().contains(other.<String>path(known)), known);
    }
    assertFalse(second.asString().contains(elsewhere.institution.toString()));
    Notifying.read(notifying.ehr, second.path("id")).then().body("findings.code", contains(CODE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"かくう たろう", "ｶｸｳ ﾀﾛｳ", "カクウタロウ"})
  void kanaAreComparedInTheirOrdinaryForm(String kana) {
    submit(elsewhere.ehr, newKey(), json(first));

    assertFound(again(form -> form.patient = named(form, kana, form.patient.sex())), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0900000-1111", "０９０（００００）１１１１", "+81 90-0000-1111"})
  void aPhoneAndTheBirthDateAreEnough(String phone) {
    submit(
        elsewhere.ehr,
        newKey(),
        json(first.with(form -> form.currentLocation = phone("090-0000-1111"))));

    SampleForm stranger =
        again(
            form -> {
              form.patient = named(form, "ベツ ジン", form.patient.sex());
              form.registeredAddress = phone(phone);
            });
    assertFound(stranger, true);
  }

  @Test
  void anotherSexOrBirthDateOrNoPhoneAtAllIsSomebodyElse() {
    submit(elsewhere.ehr, newKey(), json(first.with(form -> form.currentLocation = phone("110"))));
    Consumer<SampleForm> withoutPhone = form -> form.currentLocation = phone("110");

    assertFound(
        again(withoutPhone.andThen(form -> form.patient = named(form, "カクウ タロウ", Sex.FEMALE))),
        false);
    assertFound(
        again(withoutPhone.andThen(form -> form.patient = named(form, "ベツ ジン", Sex.MALE))), false);
    assertFound(confirmed(), false);
  }

  @Test
  void thePersonIsTheSameForNinetyDays() {
    SampleForm other = confirmed();
    notifiedElsewhere(first, today().minusDays(90));
    notifiedElsewhere(other, today().minusDays(91));

    assertFound(again(form -> {}), true);
    assertFound(other, false);
  }

  @Test
  void onlyWhatANotificationSaysNowCounts() {
    UUID corrected = UUID.fromString(submit(elsewhere.ehr, newKey(), json(first)).path("id"));
    Login physician = Directory.person(elsewhere.institution, Role.PHYSICIAN);
    patch(
            physician,
            corrected,
            "{\"patient\": {\"nameKana\": \"ベツ ジン\"}, \"currentLocation\": {\"phone\": null}}")
        .then()
        .statusCode(200)
        .body("findings", empty());

    assertFound(again(form -> {}), false);
  }

  @Test
  void whatWasWithdrawnDoesNotCount() {
    UUID mistaken = UUID.fromString(submit(elsewhere.ehr, newKey(), json(first)).path("id"));
    withdrawn(elsewhere.ehr, mistaken).then().statusCode(200);

    assertFound(again(form -> {}), false);
  }

  @Test
  void aSupplementIsToldTooOnceItSaysWho() {
    submit(elsewhere.ehr, newKey(), json(first));
    SampleForm unlike =
        again(
            form -> {
              form.patient = named(form, null, form.patient.sex());
              form.currentLocation = phone(null);
            });
    Response receipt = submit(notifying.ehr, newKey(), json(unlike));
    receipt.then().body("findings", empty());

    patch(
            Directory.person(notifying.institution, Role.PHYSICIAN),
            UUID.fromString(receipt.path("id")),
            "{\"patient\": {\"nameKana\": \"カクウ タロウ\"}}")
        .then()
        .statusCode(200)
        .body("findings.code", contains(CODE));
  }

  @Test
  void aFollowingNotificationIsToldTooButNotOfItsOwnCourse() {
    UUID former =
        UUID.fromString(submit(notifying.ehr, newKey(), json(again(form -> {}))).path("id"));
    UUID second = succeeded(notifying.ehr, former, again(form -> {}));
    Notifying.read(notifying.ehr, second).then().body("findings", empty());
    submit(elsewhere.ehr, newKey(), json(first));

    succeeded(notifying.ehr, second, newKey(), json(again(form -> {})))
        .then()
        .statusCode(201)
        .body("findings.code", contains(CODE));
  }

  @Test
  void aJudgementIsAboutWhoWasAlikeThen() {
    submit(elsewhere.ehr, newKey(), json(first));
    UUID id = UUID.fromString(submit(notifying.ehr, newKey(), json(again(form -> {}))).path("id"));
    Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
    setAside(physician, id, "/patient", CODE).then().body("findings[0].setAside", notNullValue());
    patch(physician, id, "{\"freeText\": \"架空の追記\"}")
        .then()
        .body("findings[0].setAside.revision", equalTo(1));

    submit(new Notifying().ehr, newKey(), json(again(form -> {})));

    Notifying.read(physician, id)
        .then()
        .body("findings.code", contains(CODE))
        .body("findings[0].setAside", nullValue());
    setAside(physician, id, "/patient", CODE)
        .then()
        .statusCode(200)
        .body("findings[0].setAside.revision", equalTo(2));
    assertEquals(
        "42501", RawSql.refusal(physician, h -> h.execute("table notification.likeness_judged")));
  }

  @Test
  void aValidationSaysTheSameAndStandsInTheAccessLog() {
    submit(elsewhere.ehr, newKey(), json(first));
    Login clerk = Directory.person(notifying.institution, Role.CLERK);
    String body = json(again(form -> {}));

    Response validated =
        Notifying.as(clerk)
            .contentType("application/json")
            .body(body.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/validations");

    validated.then().statusCode(200).body("acceptable", equalTo(true));
    assertEquals(1, logged(clerk, "form.validate", "ALLOWED"));
    assertEquals(
        submit(notifying.ehr, newKey(), body).<Object>path("findings"),
        validated.<Object>path("findings"));
  }

  @Test
  void theSameSubmissionUnderItsKeyIsAnsweredAsBefore() {
    String key = newKey();
    Response once = submit(notifying.ehr, key, json(first));

    Response twice = submit(notifying.ehr, key, json(first));

    assertEquals(once.asString(), twice.asString());
  }

  @Test
  void theCheckIsListed() {
    Notifying.as(notifying.ehr)
        .get("/api/v1/checks")
        .then()
        .body("items.find { it.code == '" + CODE + "' }.number", equalTo(32));
  }

  private void assertFound(SampleForm form, boolean found) {
    submit(notifying.ehr, newKey(), json(form))
        .then()
        .statusCode(201)
        .body("findings.code", found ? hasItem(CODE) : not(hasItem(CODE)));
  }

  private void notifiedElsewhere(SampleForm form, LocalDate diagnosed) {
    SampleForm before = SampleForm.of(form.category, diagnosed);
    before.patient = form.patient;
    submit(elsewhere.ehr, newKey(), json(before)).then().statusCode(201);
  }

  /** The first person as another institution writes it. */
  private SampleForm again(Consumer<SampleForm> change) {
    SampleForm form = confirmed();
    form.patient = first.patient;
    return form.with(change);
  }

  private static Patient named(SampleForm form, String kana, Sex sex) {
    return SampleForm.person("架空 太郎", kana, sex, form.patient.birthDate(), null);
  }

  private static Address phone(String phone) {
    return SampleForm.address("01", SampleForm.SAPPORO_CHUO, null, "架空1-2-3", phone);
  }
}
