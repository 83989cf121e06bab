package org.openhersys.tracking.testlist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.tracking.casefile.NotificationStanding;

/**
 * 検査: one test of the list.
 *
 * @param notificationId of the notification that it stands in
 * @param pointer JSON pointer (RFC 6901) to its place there
 * @param standing of that notification: a superseded one's tests are history, and read-only
 * @param notificationTag entity tag for a correction there; null where it is read-only
 * @param test as it was written
 */
public record ListedTest(
    UUID notificationId,
    String pointer,
    NotificationStanding standing,
    @Nullable String notificationTag,
    JsonNode test) {

  static ListedTest of(
      UUID notification, int revision, NotificationStanding standing, int place, JsonNode test) {
    return new ListedTest(
        notification,
        "/tests/" + place,
        standing,
        standing == NotificationStanding.CURRENT ? ETags.strong(notification, revision) : null,
        test);
  }

  /**
   * What makes it that test and no other: its result may become known in a later notification, and
   * is listed once. Without a day of sampling only the same again is the same.
   */
  JsonNode sample() {
    if (!test.hasNonNull("samplingDate")) {
      return test;
    }
    return test.deepCopy() instanceof ObjectNode own
        ? own.retain("method", "specimen", "samplingDate")
        : test;
  }
}
