package org.openhersys.notification.quality;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openhersys.notification.quality.Chain.ask;
import static org.openhersys.notification.quality.Chain.asked;
import static org.openhersys.notification.quality.Chain.close;
import static org.openhersys.notification.quality.Chain.list;
import static org.openhersys.notification.quality.Chain.queries;
import static org.openhersys.notification.quality.Chain.reply;
import static org.openhersys.notification.quality.Chain.sheet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

@QuarkusTest
class QueriesTest {
  private static final String ONE =
      "{\"items\": [{\"pointer\": \"/onsetDate\", \"text\": \"発病年月日は（架空の照会）\"}]}";

  private final Chain chain = new Chain();
  private UUID id;

  @BeforeEach
  void aConfirmedNotification() {
    id = chain.confirmed();
  }

  @Test
  void theCentreIsAskedAndToldAndItsConfirmationStays() {
    ask(chain.institute, id, ONE)
        .then()
        .statusCode(201)
        .body("items.number", contains(1))
        .body("items[0].pointer", equalTo("/onsetDate"))
        .body("items[0].step", equalTo("LOCAL_INSTITUTE"))
        .body("items[0].askedBy.operator", equalTo("見本 次郎"));

    queries(chain.staff, Map.of())
        .then()
        .body("items.notificationId", contains(id.toString()))
        .body("items[0].state", equalTo("OPEN"));
    list(chain.institute, Map.of("need", "OPEN_QUERIES"))
        .then()
        .body("items.id", contains(id.toString()))
        .body("items[0].openQueries", equalTo(1));
    Handling.sheet(chain.staff, id).then().body("state", equalTo("CONFIRMED"));
    assertEquals(
        List.of("NOTIFICATION_RECEIVED 1", "QUALITY_QUERY_ASKED 1"),
        Handling.mails(id, chain.notifying.centre));
  }

  @Test
  void aReplyIsGivenOnceAndWhoeverAskedClosesTheQuery() {
    UUID query = asked(chain.institute, id);

    reply(chain.staff, id, query)
        .then()
        .statusCode(200)
        .body("state", equalTo("REPLIED"))
        .body("reply", equalTo("架空の回答"))
        .body("repliedBy.operator", equalTo("見本 花子"));
    reply(chain.staff, id, query)
        .then()
        .statusCode(409)
        .body("errors.code", contains("QUERY_SETTLED"));
    assertEquals(
        List.of("QUALITY_QUERY_REPLIED " + query),
        Handling.mails(id, chain.institute.organisation()));
    list(chain.institute, Map.of("need", "OPEN_QUERIES")).then().body("items", empty());

    close(chain.institute, id, query)
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("closedAt", notNullValue());
    close(chain.institute, id, query).then().statusCode(409);
  }

  @Test
  void whatIsNotRepliedToMayBeClosedToo() {
    UUID query = asked(chain.institute, id);

    close(chain.institute, id, query)
        .then()
        .statusCode(200)
        .body("reply", nullValue())
        .body("state", equalTo("CLOSED"));
    reply(chain.staff, id, query).then().statusCode(409);
  }

  @Test
  void theInstituteAndNiidDoNotReadEachOthersQueries() {
    UUID institutes = asked(chain.institute, id);
    Chain.check(chain.institute, id).then().statusCode(200);
    UUID niids = asked(chain.niid, id);

    sheet(chain.niid, id).then().body("queries.id", contains(niids.toString()));
    sheet(chain.institute, id).then().body("queries.id", contains(institutes.toString()));
    sheet(chain.staff, id)
        .then()
        .body("queries.id", contains(institutes.toString(), niids.toString()));
    close(chain.institute, id, niids).then().statusCode(404);
    queries(chain.niid, Map.of()).then().body("items.id", contains(niids.toString()));
  }

  @Test
  void theSameKeyAsksOnce() {
    String key = Notifying.newKey();

    Response first = askWithKey(key, ONE);
    Response again = askWithKey(key, ONE);

    assertEquals(first.<List<String>>path("items.id"), again.<List<String>>path("items.id"));
    askWithKey(key, ONE.replace("onset", "death")).then().statusCode(422);
  }

  @Test
  void aQueryAboutNoItemOfTheFormIsRefused() {
    ask(chain.institute, id, "{\"items\": [{\"pointer\": \"/shoeSize\", \"text\": \"\"}]}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("POINTER_UNKNOWN", "REQUIRED"));
  }

  @Test
  void oldestFirstAPageAtATime() {
    List<String> all =
        List.of(asked(chain.institute, id).toString(), asked(chain.institute, id).toString());

    Response first = queries(chain.staff, Map.of("limit", 1));

    first.then().body("items.id", contains(all.get(0)));
    queries(chain.staff, Map.of("limit", 1, "cursor", first.<String>path("next")))
        .then()
        .body("items.id", contains(all.get(1)))
        .body("next", nullValue());
    queries(chain.staff, Map.of("state", "NONE")).then().statusCode(422);
  }

  @Test
  void theDatabaseLetsNobodySettleWhatIsNotTheirs() {
    UUID query = asked(chain.institute, id);

    assertEquals(
        0,
        RawSql.<Integer>inScope(
            chain.niid,
            h ->
                h.execute(
                    "update notification.quality_query set reply = 'x' where id = ?", query)));
    assertEquals(
        "42501",
        RawSql.refusal(
            chain.staff,
            h ->
                h.execute(
                    "update notification.quality_query set state = 'CLOSED', closed_at = now(), closed_by = ? where id = ?",
                    chain.staff.principal(),
                    query)));
  }

  @Test
  void whoeverAskedClosesAndDoesNotReplyInTheCentresName() {
    UUID query = asked(chain.institute, id);
    String close =
        "update notification.quality_query set state = 'CLOSED', closed_at = now(), closed_by = ?%s where id = ?";
    String reply =
        "update notification.quality_query set state = 'REPLIED', reply = '架空', replied_at = now(), replied_by = ?%s where id = ?";

    assertEquals(
        "42501", settled(chain.institute, close, ", reply = '架空', replied_at = now()", query));
    assertEquals("42501", settled(chain.institute, close, ", replied_operator = '見本 花子'", query));
    assertEquals("42501", settled(chain.staff, reply, ", closed_operator = '見本 次郎'", query));

    reply(chain.staff, id, query).then().statusCode(200);
    assertEquals("42501", settled(chain.institute, close, ", reply = '別の架空'", query));
    close(chain.institute, id, query).then().statusCode(200).body("reply", equalTo("架空の回答"));
  }

  private static String settled(Login who, String deed, String also, UUID query) {
    return RawSql.refusal(who, h -> h.execute(deed.formatted(also), who.principal(), query));
  }

  @Test
  void whoHasNoPartInAChainMakesNobodyWait() {
    boolean held =
        RawSql.inScope(
            chain.prefecturesInstitute,
            h -> {
              boolean answer =
                  h.select("select notification.hold_quality(?)", id).mapTo(Boolean.class).one();
              HersysDatabase.owner()
                  .useTransaction(
                      other ->
                          other
                              .select(
                                  "select true from notification.quality_chain where notification_id = ? for update nowait",
                                  id)
                              .mapTo(Boolean.class)
                              .one());
              return answer;
            });

    assertFalse(held);
  }

  private Response askWithKey(String key, String body) {
    return Notifying.as(chain.institute)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/quality-checks/" + id + "/queries");
  }
}
