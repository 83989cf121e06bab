package org.openhersys.api.testing.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request as it goes over the wire, to the letter.
 *
 * @param target path and query, percent-encoded (or not, when that is the attack)
 * @param body null when there is none
 * @param chunked without a Content-Length
 */
record Request(String method, String target, List<Header> headers, byte[] body, boolean chunked) {

  record Header(String name, String value) {}

  static Request of(String method, String target) {
    return new Request(method, target, List.of(), null, false);
  }

  Request method(String another) {
    return new Request(another, target, headers, body, chunked);
  }

  Request target(String another) {
    return new Request(method, another, headers, body, chunked);
  }

  Request path(UnaryOperator<String> bend) {
    int query = target.indexOf('?');
    return query < 0
        ? target(bend.apply(target))
        : target(bend.apply(target.substring(0, query)) + target.substring(query));
  }

  /** With one more query parameter, as it is: nothing is encoded. */
  Request query(String parameter) {
    return target(target + (target.contains("?") ? "&" : "?") + parameter);
  }

  /** With that header in the place of one of the same name; null removes it. */
  Request header(String name, String value) {
    List<Header> others = new ArrayList<>(headers);
    others.removeIf(header -> header.name().equalsIgnoreCase(name));
    if (value != null) {
      others.add(new Header(name, value));
    }
    return new Request(method, target, List.copyOf(others), body, chunked);
  }

  /** With that header beside those that are there. */
  Request headerToo(String name, String value) {
    List<Header> all = new ArrayList<>(headers);
    all.add(new Header(name, value));
    return new Request(method, target, List.copyOf(all), body, chunked);
  }

  Request bearing(String token) {
    return header("Authorization", token == null ? null : "Bearer " + token);
  }

  Request body(byte[] another) {
    return new Request(method, target, headers, another, chunked);
  }

  Request body(String another) {
    return body(another.getBytes(StandardCharsets.UTF_8));
  }

  Request inChunks() {
    return new Request(method, target, headers, body, true);
  }

  String text() {
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }
}
