package org.openhersys.notification.draft;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.draft.Drafting.change;
import static org.openhersys.notification.draft.Drafting.discard;
import static org.openhersys.notification.draft.Drafting.read;
import static org.openhersys.notification.draft.Drafting.revisions;
import static org.openhersys.notification.draft.Drafting.typed;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Notifying.newKey;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Notifying;

@QuarkusTest
class DraftsTest {
  private final Notifying notifying = new Notifying();
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK, "見本 花子");
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);

  @Inject ForgettingDrafts forgetting;

  @Test
  void whateverCanBeReadIsKeptAndToldWhatItLacks() {
    Response answer =
        Drafting.create(
            clerk,
            newKey(),
            """
            {"patient": {"name": "𠮷田 髙﨑"}, "onsetDate": "2999-01-01", "tests": [{}]}
            """);

    answer
        .then()
        .statusCode(201)
        .header("ETag", startsWith("\""))
        .body("state", equalTo("OPEN"))
        .body("revision", equalTo(1))
        .body("document.patient.name", equalTo("𠮷田 髙﨑"))
        .body("createdBy.operator", equalTo("見本 花子"))
        .body("reportable", equalTo(false))
        .body("findings.code", hasItems("REQUIRED", "DATE_IN_FUTURE"))
        .body("findings.code", hasItem("ATTESTATION_MISSING"))
        .body("missing", hasItem("/diagnosisCategory"))
        .body("notificationId", nullValue());
    assertEquals(1, logged(clerk, "draft.create", "ALLOWED"));
    assertEquals(0, notifying.notificationsOfInstitution());
  }

  @Test
  void whatCouldBeReportedIsToldOfALikelyDuplicateAndThatNobodyAttestsIt() {
    SampleForm form = Notifying.confirmed();
    Notifying.submit(new Notifying().ehr, newKey(), Notifying.json(form)).then().statusCode(201);
    form.attestedBy = null;

    UUID id = typed(clerk, Notifying.json(form));

    read(physician, id)
        .then()
        .body("reportable", equalTo(true))
        .body("findings.code", contains("ATTESTATION_MISSING", "LIKELY_SAME_PERSON"));
  }

  @Test
  void anEmptyFormIsADraftToo() {
    Drafting.create(clerk, newKey(), "{}")
        .then()
        .statusCode(201)
        .body("document", equalTo(Map.of()));
  }

  @Test
  void onlyWhatCannotBeKeptIsRefused() {
    Drafting.create(
            clerk,
            newKey(),
            "{\"onsetDate\": \"きのう\", \"diagnosisCategory\": \"X\", \"inHousePatientId\": \"%s\"}"
                .formatted("あ".repeat(201)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/onsetDate", "/diagnosisCategory", "/inHousePatientId"));
    Drafting.create(clerk, newKey(), "{\"none\": 1}").then().statusCode(400);
    Notifying.as(clerk).get(Drafting.PATH).then().body("items", empty());
  }

  @Test
  void theSameKeyKeepsOneDraft() {
    String key = newKey();
    String first = Drafting.create(clerk, key, "{}").path("id");

    Drafting.create(clerk, key, "{}").then().statusCode(201).body("id", equalTo(first));
    Drafting.create(clerk, key, "{\"freeText\": \"別\"}")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:openhersys:problem:key-reused"));
  }

  @Test
  void whatIsTypedLaterIsARevisionAndNothingIsLost() {
    UUID id = typed(clerk, "{\"freeText\": \"一\", \"patient\": {\"name\": \"架空 太郎\"}}");

    change(physician, id, 1, "{\"freeText\": null, \"patient\": {\"sex\": \"MALE\"}}")
        .then()
        .statusCode(200)
        .header("ETag", equalTo(Drafting.tag(id, 2)))
        .body("document.freeText", nullValue())
        .body("document.patient.name", equalTo("架空 太郎"))
        .body("createdBy.id", equalTo(clerk.principal().toString()))
        .body("changedBy.id", equalTo(physician.principal().toString()));

    revisions(clerk, id)
        .then()
        .statusCode(200)
        .body("items.revision", contains(2, 1))
        .body("items[0].enteredBy.id", equalTo(physician.principal().toString()))
        .body("items[0].differences", containsInAnyOrder("/freeText", "/patient/sex"))
        .body("items[1].enteredBy.operator", equalTo("見本 花子"))
        .body("items[1].document.freeText", equalTo("一"))
        .body("items[1].differences", empty());
  }

  @Test
  void aPatchThatChangesNothingMakesNoRevision() {
    UUID id = typed(clerk, "{\"freeText\": \"一\"}");

    change(clerk, id, 1, "{\"freeText\": \"一\", \"onsetDate\": null}")
        .then()
        .statusCode(200)
        .body("revision", equalTo(1));
  }

  @Test
  void whoWorksOnWhatAnotherHasChangedIsToldWhatDiffers() {
    UUID id = typed(clerk, "{\"freeText\": \"一\"}");
    change(clerk, id, 1, "{\"freeText\": \"二\", \"inHousePatientId\": \"MIHON-1\"}");

    change(physician, id, 1, "{\"freeText\": \"三\"}")
        .then()
        .statusCode(412)
        .body("current", equalTo(Drafting.tag(id, 2)))
        .body("differences", containsInAnyOrder("/freeText", "/inHousePatientId"));
    Notifying.as(physician)
        .contentType("application/merge-patch+json")
        .body("{}")
        .patch(Drafting.PATH + "/" + id)
        .then()
        .statusCode(428);
    read(clerk, id).then().body("document.freeText", equalTo("二"));
  }

  @Test
  void theListHoldsTheOrganisationsDraftsOldestFirst() {
    UUID first = typed(clerk, "{\"patient\": {\"name\": \"架空 一郎\"}}");
    UUID second =
        typed(
            physician, "{\"inHousePatientId\": \"MIHON-2\", \"diagnosisCategory\": \"CONFIRMED\"}");
    typed(Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF), "{}");

    Response page = Notifying.as(clerk).queryParam("limit", 1).get(Drafting.PATH);
    Response rest =
        Notifying.as(clerk).queryParam("cursor", page.<String>path("next")).get(Drafting.PATH);

    page.then()
        .statusCode(200)
        .header("Link", startsWith("<"))
        .body("items.id", contains(first.toString()))
        .body("items.patientName", contains("架空 一郎"));
    rest.then()
        .body("items.id", contains(second.toString()))
        .body("items.category", contains("CONFIRMED"))
        .body("items.inHousePatientId", contains("MIHON-2"))
        .body("next", nullValue());
    Notifying.as(clerk).queryParam("state", "X").get(Drafting.PATH).then().statusCode(422);
  }

  @Test
  void aDiscardedDraftIsReadableForAWhileAndNothingElseIsDoneToIt() {
    UUID id = typed(clerk, "{\"patient\": {\"name\": \"架空 太郎\"}}");

    discard(physician, id, 1).then().statusCode(204);

    read(clerk, id)
        .then()
        .body("state", equalTo("DISCARDED"))
        .body("settledBy.id", equalTo(physician.principal().toString()))
        .body("document.patient.name", equalTo("架空 太郎"));
    change(clerk, id, 1, "{}")
        .then()
        .statusCode(409)
        .body("errors.code", contains("DRAFT_DISCARDED"));
    discard(clerk, id, 1).then().statusCode(409);
    Notifying.as(clerk).get(Drafting.PATH).then().body("items", empty());
    Notifying.as(clerk)
        .queryParam("state", "DISCARDED")
        .get(Drafting.PATH)
        .then()
        .body("items.id", contains(id.toString()));
  }

  @Test
  void whatWasDiscardedLongAgoIsEmptiedAndNothingElse() {
    UUID lately = discarded();
    UUID longAgo = discarded();
    UUID open = typed(clerk, "{\"freeText\": \"残る\"}");
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.draft set settled_at = now() - interval '31 days' where id = ?",
                    longAgo));

    forgetting.forget();

    read(clerk, longAgo)
        .then()
        .body("document", equalTo(Map.of()))
        .body("createdBy.operator", equalTo("見本 花子"));
    // What is emptied is not looked at again.
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update notification.draft_revision set document = '{\"freeText\": \"架空\"}' where draft_id = ?",
                    longAgo));
    forgetting.forget();
    read(clerk, longAgo).then().body("document.freeText", equalTo("架空"));
    read(clerk, lately).then().body("document.freeText", equalTo("破棄"));
    read(clerk, open).then().body("document.freeText", equalTo("残る"));
  }

  private UUID discarded() {
    UUID id = typed(clerk, "{\"freeText\": \"破棄\"}");
    discard(clerk, id, 1).then().statusCode(204);
    return id;
  }
}
