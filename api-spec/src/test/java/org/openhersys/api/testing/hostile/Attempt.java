package org.openhersys.api.testing.hostile;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One bent request.
 *
 * @param what for the message
 * @param bend makes it of a valid one
 * @param expected statuses; empty: any that is no fault of the service
 * @param beneath whether it may be answered beneath the service's code, by a bare status and the
 *     end of the connection
 */
record Attempt(String what, UnaryOperator<Request> bend, Set<Integer> expected, boolean beneath) {

  /** Whatever it is answered, it is no 5xx. */
  static Attempt bearable(String what, UnaryOperator<Request> bend) {
    return new Attempt(what, bend, Set.of(), false);
  }

  /** Answered with one of these. */
  static Attempt answered(String what, UnaryOperator<Request> bend, Integer... statuses) {
    return new Attempt(what, bend, Set.of(statuses), false);
  }

  /** Refused as to its form or content. */
  static Attempt refused(String what, UnaryOperator<Request> bend) {
    return answered(what, bend, 400, 401, 404, 406, 412, 413, 415, 422, 428);
  }

  /** What may be no HTTP request: refused beneath the service, or borne. */
  static Attempt noRequestOrBearable(String what, UnaryOperator<Request> bend) {
    return new Attempt(what, bend, Set.of(), true);
  }

  /** What is no HTTP request, or one beyond all bounds. */
  static Attempt noRequest(String what, UnaryOperator<Request> bend) {
    return new Attempt(what, bend, Set.of(400, 404, 414, 431), true);
  }
}
