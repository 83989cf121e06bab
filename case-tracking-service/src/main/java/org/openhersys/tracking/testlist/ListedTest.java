package org.openhersys.tracking.testlist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.openhersys.api.http.ETags;

/**
 * 検査: one test of the list.
 *
 * @param notificationId of the notification that it stands in
 * @param pointer JSON pointer (RFC 6901) to its place there
 * @param notificationTag entity tag for a correction there
 * @param test as it was written
 */
public record ListedTest(
    UUID notificationId, String pointer, String notificationTag, JsonNode test) {

  static ListedTest of(UUID notification, int revision, int place, JsonNode test) {
    return new ListedTest(
        notification, "/tests/" + place, ETags.strong(notification, revision), test);
  }
}
