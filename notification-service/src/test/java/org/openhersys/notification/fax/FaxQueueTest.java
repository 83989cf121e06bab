package org.openhersys.notification.fax;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.fax.Faxing.PDF;
import static org.openhersys.notification.fax.Faxing.claim;
import static org.openhersys.notification.fax.Faxing.claimOldest;
import static org.openhersys.notification.fax.Faxing.expire;
import static org.openhersys.notification.fax.Faxing.list;
import static org.openhersys.notification.fax.Faxing.pdf;
import static org.openhersys.notification.fax.Faxing.read;
import static org.openhersys.notification.fax.Faxing.register;
import static org.openhersys.notification.fax.Faxing.registered;
import static org.openhersys.notification.fax.Faxing.release;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Notifying;

@QuarkusTest
class FaxQueueTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF, "見本 花子");
  private final Login other = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void aFaxIsKeptWithWhatIsKnownOfIt() {
    register(
            staff,
            newKey(),
            Map.of(
                "receivedOn",
                today().minusDays(2).toString(),
                "pages",
                3,
                "institutionId",
                notifying.institution),
            PDF,
            pdf())
        .then()
        .statusCode(201)
        .header("Location", startsWith("/api/v1/faxes/"))
        .body("state", equalTo("WAITING"))
        .body("receivedOn", equalTo(today().minusDays(2).toString()))
        .body("pages", equalTo(3))
        .body("mediaType", equalTo(PDF))
        .body("institution.id", equalTo(notifying.institution.toString()))
        .body("registeredBy.operator", equalTo("見本 花子"))
        .body("duplicateOf", nullValue());
    assertEquals(1, logged(staff, "fax.register", "ALLOWED"));
  }

  @Test
  void withoutADateItWasReceivedToday() {
    read(staff, registered(staff, Map.of()))
        .then()
        .body("receivedOn", equalTo(today().toString()))
        .body("pages", nullValue())
        .body("institution", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, 25 50 44 46 2D 31",
    "image/png, 89 50 4E 47 0D 0A 1A 0A 00",
    "image/jpeg, FF D8 FF E0",
    "image/tiff, 49 49 2A 00 08",
    "image/tiff, 4D 4D 00 2A 00"
  })
  void theOriginalComesBackByteForByteAndIsNeverRun(String type, String hex) {
    byte[] original = bytes(hex);
    UUID id =
        register(staff, newKey(), Map.of(), type, original)
            .then()
            .extract()
            .jsonPath()
            .getUUID("id");

    Response answer = Notifying.as(other).get(Faxing.PATH + "/" + id + "/original");

    answer
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo(type))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("no-store"))
        .header("Content-Security-Policy", equalTo("sandbox"))
        .header("Content-Disposition", startsWith("attachment; filename=\"fax-" + id + "."));
    assertArrayEquals(original, answer.asByteArray());
    assertEquals(1, logged(other, "fax.original", "ALLOWED"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, 89 50 4E 47 0D 0A 1A 0A",
    "image/png, 25 50 44 46 2D",
    "image/jpeg, 3C 68 74 6D 6C 3E",
    "image/tiff, 49 49",
    "application/pdf, 20 25 50 44 46 2D"
  })
  void whatIsNotWhatItsTypeSaysIsRefused(String type, String hex) {
    register(staff, newKey(), Map.of(), type, bytes(hex))
        .then()
        .statusCode(422)
        .body("errors.code", contains("ORIGINAL_NOT_OF_ITS_TYPE"));
  }

  @Test
  void otherTypesAndWhatIsTooLargeAreRefused() {
    byte[] most = Arrays.copyOf(pdf(), 10_000_000);
    byte[] more = Arrays.copyOf(pdf(), 10_000_001);

    register(staff, newKey(), Map.of(), "text/html", pdf()).then().statusCode(415);
    register(staff, newKey(), Map.of(), PDF, more).then().statusCode(413);
    register(staff, newKey(), Map.of(), PDF, most).then().statusCode(201);
  }

  @Test
  void aLargeBodyOfAnotherOperationIsStillRefused() {
    String form = "{\"freeText\": \"%s\"}".formatted("a".repeat(1_100_000));

    Notifying.submit(staff, newKey(), form).then().statusCode(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receivedOn=2026-13-01",
        "receivedOn=9999-01-01",
        "receivedOn=2019-12-31",
        "receivedOn=1",
        "pages=0",
        "pages=501",
        "pages=x",
        "institutionId=1",
        "institutionId=0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a"
      })
  void whatIsKnownMustBeKnown(String detail) {
    String[] parts = detail.split("=", -1);

    register(staff, newKey(), Map.of(parts[0], parts[1]), PDF, pdf()).then().statusCode(422);
  }

  @Test
  void anInstitutionOfAnotherCentreIsRefused() {
    UUID elsewhere = Directory.institution("131016");

    register(staff, newKey(), Map.of("institutionId", elsewhere), PDF, pdf())
        .then()
        .statusCode(422)
        .body("errors.code", contains("INSTITUTION_NOT_SERVED"));
  }

  @Test
  void theSameKeyRegistersOnceAndTheSameContentIsTold() {
    byte[] original = pdf();
    String key = newKey();
    String first = register(staff, key, Map.of(), PDF, original).path("id");

    register(staff, key, Map.of(), PDF, original).then().statusCode(201).body("id", equalTo(first));
    register(staff, key, Map.of("pages", 2), PDF, original)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
    register(other, newKey(), Map.of(), PDF, original)
        .then()
        .statusCode(201)
        .body("duplicateOf", equalTo(first));
    register(
            Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF),
            newKey(),
            Map.of(),
            PDF,
            original)
        .then()
        .body("duplicateOf", nullValue());
  }

  @Test
  void theOldestIsClaimedFirstAndTheHeapIsCounted() {
    UUID young = registered(staff, Map.of());
    UUID old = registered(staff, Map.of("receivedOn", today().minusDays(5).toString()));

    claimOldest(staff)
        .then()
        .statusCode(200)
        .body("fax.id", equalTo(old.toString()))
        .body("fax.state", equalTo("CLAIMED"))
        .body("fax.claimedBy.operator", equalTo("見本 花子"))
        .body("queue.waiting", equalTo(1))
        .body("queue.claimed", equalTo(1))
        .body("queue.oldestReceivedOn", equalTo(today().minusDays(5).toString()));
    claimOldest(other).then().body("fax.id", equalTo(young.toString()));
    claimOldest(other)
        .then()
        .statusCode(200)
        .body("fax", nullValue())
        .body("queue.waiting", equalTo(0))
        .body("queue.claimed", equalTo(2));
  }

  @Test
  void manyHandsAtOnceGetDifferentFaxes() {
    Set<UUID> heap = new HashSet<>();
    IntStream.range(0, 6).forEach(i -> heap.add(registered(staff, Map.of())));

    List<UUID> claimed =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            claimOldest(
                                    Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF))
                                .jsonPath()
                                .getUUID("fax.id")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertEquals(heap, new HashSet<>(claimed));
  }

  @Test
  void whatSomebodyHasClaimedNobodyElseTouches() {
    UUID id = registered(staff, Map.of());
    claim(staff, id).then().statusCode(200);

    claim(other, id).then().statusCode(409).body("errors.code", contains("FAX_CLAIMED"));
    release(other, id).then().statusCode(409);
    Faxing.close(other, id, "{\"reason\": \"BLANK\"}").then().statusCode(409);
    claim(staff, id).then().statusCode(200);
    release(staff, id).then().statusCode(204);
    read(staff, id)
        .then()
        .body("state", equalTo("WAITING"))
        .body("claimedBy", nullValue())
        .body("claimedUntil", nullValue());
    claim(other, id).then().statusCode(200);
  }

  @Test
  void anotherOperatorOfASharedAccountIsSomebodyElse() {
    UUID id = registered(staff, Map.of());
    claim(staff, id);
    Login second = Directory.again(staff, "見本 次郎");

    claim(second, id).then().statusCode(409);
  }

  @Test
  void aClaimThatHasRunOutWaitsAgain() {
    UUID id = registered(staff, Map.of());
    claim(staff, id);
    expire(id);

    read(staff, id).then().body("state", equalTo("WAITING")).body("claimedBy", nullValue());
    list(staff, Map.of("state", "CLAIMED")).then().body("items", empty());
    claimOldest(other)
        .then()
        .body("fax.id", equalTo(id.toString()))
        .body("fax.claimedBy.id", equalTo(other.principal().toString()));
    claim(staff, id).then().statusCode(409);
  }

  @Test
  void listsAreOldestFirstAndOfTheOwnCentre() {
    UUID second = registered(staff, Map.of());
    UUID first = registered(staff, Map.of("receivedOn", today().minusDays(1).toString()));
    registered(Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF), Map.of());

    Response page = list(staff, Map.of("limit", 1));
    Response rest = list(staff, Map.of("cursor", page.<String>path("next")));

    page.then()
        .header("Link", startsWith("<"))
        .body("items.id", contains(first.toString()))
        .body("queue.waiting", equalTo(2));
    rest.then().body("items.id", contains(second.toString())).body("next", nullValue());
    list(staff, Map.of("state", "X")).then().statusCode(422);
  }

  @Test
  void whatIsNoNotificationIsClosedWithAReason() {
    UUID id = registered(staff, Map.of());

    Faxing.close(staff, id, "{}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    Faxing.close(staff, id, "{\"reason\": \"OTHER\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/note"));
    Faxing.close(staff, id, "{\"reason\": \"OTHER\", \"note\": \"%s\"}".formatted("あ".repeat(1001)))
        .then()
        .statusCode(422)
        .body("errors.code", contains("TEXT_TOO_LONG"));
    Faxing.close(staff, id, "{\"reason\": \"BLANK\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("closingReason", equalTo("BLANK"))
        .body("settledBy.operator", equalTo("見本 花子"));
    claim(staff, id).then().statusCode(409).body("errors.code", contains("FAX_CLOSED"));
    Faxing.close(staff, id, "{\"reason\": \"BLANK\"}").then().statusCode(409);
    list(staff, Map.of("state", "CLOSED")).then().body("items.id", contains(id.toString()));
    Notifying.as(staff).get(Faxing.PATH + "/" + id + "/original").then().statusCode(200);
  }

  private static byte[] bytes(String hex) {
    String[] parts = hex.split(" ", -1);
    byte[] all = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      all[i] = (byte) Integer.parseInt(parts[i], 16);
    }
    return all;
  }
}
