package org.openhersys.api.testing.hostile;

import java.util.stream.Stream;

/** A kind of hostile input. */
interface Attack {
  /** All its requests against one operation; none where the operation offers nothing to attack. */
  Stream<Attempt> against(Endpoint endpoint, Fixture fixture);
}
