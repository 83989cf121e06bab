package org.openhersys.tracking.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.tracking.CaseTracking.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.openhersys.api.testing.Directory.Login;

/**
 * A centre's own system: it keeps a copy of the cases with the cursor behind it, pulls in either
 * form, and crashes at times; then it goes on from what it had saved last.
 */
final class Follower {
  private static final String PATH = "/api/v1/cases/changes";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINES = "application/x-ndjson";

  private final Login system;
  private final Random random;

  private Map<String, Seen> copy = new HashMap<>();
  private String cursor;
  private Map<String, Seen> savedCopy = Map.of();
  private String savedCursor;

  private boolean lines;
  private int limit = 1;
  private String tag;
  private final AtomicInteger ends = new AtomicInteger();
  private int unchanged;
  private int crashes;
  private int departures;

  Follower(Login system, long seed) {
    this.system = system;
    this.random = new Random(seed);
  }

  /** What is known of a case. */
  record Seen(int version, String right, String status) {
    static Seen of(JsonNode summary) {
      return new Seen(
          summary.path("version").intValue(),
          summary.path("right").textValue(),
          summary.path("currentStatus").textValue());
    }
  }

  /** Pulls once, and crashes while it takes the answer in, if it is to. */
  void pull(boolean mayCrash) {
    if (tag == null || random.nextBoolean()) {
      tag = null;
      lines = !lines;
      limit = 1 + random.nextInt(20);
    }
    RequestSpecification request = as(system).accept(lines ? LINES : "application/json");
    if (tag != null) {
      request.header("If-None-Match", tag);
    }
    String behind = cursor == null ? "" : "&cursor=" + cursor;
    Response answer = request.get(PATH + "?limit=" + limit + behind);
    if (answer.statusCode() == 304) {
      unchanged++;
      ends.incrementAndGet();
      return;
    }
    answer.then().statusCode(200);
    take(answer, mayCrash && random.nextInt(5) == 0);
    if (answer.header("Hersys-More").equals("false")) {
      ends.incrementAndGet();
    }
  }

  private void take(Response answer, boolean crash) {
    List<JsonNode> changes = new ArrayList<>();
    if (lines) {
      answer.asString().lines().map(Follower::json).forEach(changes::add);
    } else {
      json(answer.asString()).path("items").forEach(changes::add);
    }
    List<JsonNode> taken = crash ? changes.subList(0, changes.size() / 2) : changes;
    taken.forEach(this::apply);
    if (crash) {
      crashes++;
      copy = new HashMap<>(savedCopy);
      cursor = savedCursor;
      tag = null;
      return;
    }
    String next = answer.header("Hersys-Next-Cursor");
    // The tag is one of this cursor's answer.
    tag = next.equals(cursor) ? answer.header("ETag") : null;
    cursor = next;
    if (random.nextBoolean()) {
      savedCopy = Map.copyOf(copy);
      savedCursor = cursor;
    }
  }

  private void apply(JsonNode change) {
    String id = change.path("caseId").textValue();
    if (change.path("kind").textValue().equals("LEFT")) {
      departures += copy.remove(id) == null ? 0 : 1;
      return;
    }
    Seen now = Seen.of(change.path("case"));
    Seen before = copy.put(id, now);
    assertTrue(
        before == null || now.version() >= before.version(),
        () -> "older truth: " + now + " after " + before);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(text, unreadable);
    }
  }

  /** What the centre's staff see in the list. */
  static Map<String, Seen> listed(Login login) {
    Map<String, Seen> cases = new HashMap<>();
    json(as(login).get("/api/v1/cases?limit=500").asString())
        .path("items")
        .forEach(item -> cases.put(item.path("id").textValue(), Seen.of(item)));
    return cases;
  }

  Map<String, Seen> copy() {
    return Map.copyOf(copy);
  }

  /** How many times it came to the end of what there was; for other threads too. */
  int ends() {
    return ends.get();
  }

  int unchanged() {
    return unchanged;
  }

  int crashes() {
    return crashes;
  }

  int departures() {
    return departures;
  }
}
