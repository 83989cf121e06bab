package org.openhersys.api.testing.hostile;

import java.util.HashMap;
import java.util.Map;
import org.openhersys.api.testing.Directory.Login;

/**
 * What must be so that an operation's valid request succeeds: who asks, of what, with which body.
 *
 * @param caller null where nobody is asked for
 * @param ids values of the path's parameters
 * @param body null: the example of the contract
 */
public record Situation(Login caller, Map<String, String> ids, String body) {

  /** That caller; nothing else is needed. */
  public static Situation of(Login caller) {
    return new Situation(caller, Map.of(), null);
  }

  /** No caller. */
  public static Situation ofNobody() {
    return of(null);
  }

  /** The same with the value of a path parameter. */
  public Situation with(String parameter, Object value) {
    Map<String, String> more = new HashMap<>(ids);
    more.put(parameter, value.toString());
    return new Situation(caller, Map.copyOf(more), body);
  }

  /** The same with another body than the contract's example. */
  public Situation sending(String another) {
    return new Situation(caller, ids, another);
  }
}
