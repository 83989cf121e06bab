package org.openhersys.notification.worklist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.Handling.search;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/** Names survive byte for byte, and are found by their ordinary forms. */
@QuarkusTest
class NamesTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "𠮷田 髙﨑",
        "葛\uDB40\uDD00城　\u6D77 \uFA45",
        "か゛くう か\u3099くう がくう",
        "ｶﾞｸｳ ﾀﾛｰ",
        "e\u0301 é Å \u212B",
        "渡\u9089\uDB40\uDD01 辻\uDB40\uDD00",
        "見本\u200D \u202Eろうた\u202C",
        "𩸽 🀄 \uD83C\uDDEF\uD83C\uDDF5",
        " 見本 "
      })
  void aNameIsTheSameBytesWhereverItIsRead(String name) {
    UUID id = submittedAs(name, name);
    Handling.patch(notifying.ehr, id, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);

    assertSame(name, Notifying.read(staff, id), "document.patient.name");
    assertSame(name, Notifying.read(staff, id), "document.patient.nameKana");
    assertSame(name, Handling.revision(staff, id, 1), "document.patient.name");
    assertSame(name, Handling.revision(staff, id, 2), "document.patient.name");
    assertSame(name, Handling.sheet(staff, id), "patient.name");
    assertSame(name, Handling.list(staff, Map.of()), "items[0].patient.name");
    Map<String, Object> published =
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.createQuery(
                            "select patient_name, patient_name_kana from notification.published_notification where id = ?")
                        .bind(0, id)
                        .mapToMap()
                        .one());
    assertEquals(Map.of("patient_name", name, "patient_name_kana", name), published);
  }

  @ParameterizedTest
  @CsvSource({
    "𠮷田 髙﨑, 吉田高崎",
    "吉田 高崎, 𠮷田髙﨑",
    "渡邉\uDB40\uDD01 惠, 渡辺恵",
    "齋藤 德, 斉藤徳",
    "中嶋 眞, 中島真",
    "か゛くう, ガクウ"
  })
  void aNameIsFoundByItsOrdinaryForm(String typed, String searched) {
    UUID id = submittedAs(typed, "ミホン");

    search(staff, "{\"name\": \"" + searched + "\"}")
        .then()
        .body("items.id", contains(id.toString()))
        .body("items[0].patient.name", equalTo(typed));
    search(staff, "{\"name\": \"山本\"}").then().body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"見本\u200B太郎", "\u202E郎太 本見", "見本\u3164太郎", "見本\u00AD太郎", "見本\t太郎"})
  void whatCannotBeSeenInANameIsToldAndKept(String name) {
    Response receipt = submit(notifying.ehr, newKey(), json(of(name, "ミホン")));

    receipt
        .then()
        .statusCode(201)
        .body(
            "findings.find { it.code == 'NAME_INVISIBLE_CHARACTER' }.pointer",
            equalTo("/patient/name"))
        .body(
            "findings.find { it.code == 'NAME_INVISIBLE_CHARACTER' }.severity", equalTo("WARNING"));
    assertSame(name, Notifying.read(staff, receipt.path("id")), "document.patient.name");
    search(staff, "{\"name\": \"" + (name.contains("郎太") ? "郎太本見" : "見本太郎") + "\"}")
        .then()
        .body("items.id", hasItem(receipt.<String>path("id")));
  }

  private UUID submittedAs(String name, String kana) {
    return UUID.fromString(
        submit(notifying.ehr, newKey(), json(of(name, kana)))
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private static SampleForm of(String name, String kana) {
    return confirmed()
        .with(
            form ->
                form.patient =
                    SampleForm.person(
                        name,
                        kana,
                        form.patient.sex(),
                        form.patient.birthDate(),
                        form.patient.ageAtDiagnosis()));
  }

  private static void assertSame(String name, Response answer, String path) {
    assertArrayEquals(
        name.getBytes(StandardCharsets.UTF_8),
        JsonPath.from(new String(answer.asByteArray(), StandardCharsets.UTF_8))
            .getString(path)
            .getBytes(StandardCharsets.UTF_8),
        path);
  }
}
