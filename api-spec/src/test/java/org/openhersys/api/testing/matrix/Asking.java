package org.openhersys.api.testing.matrix;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;

/**
 * Who asks, and what the contract does not tell of the request.
 *
 * @param caller null for nobody
 * @param path values of the path's parameters
 * @param query values of the query's parameters
 * @param body null: the example of the contract
 * @param tag what {@code If-Match} takes, or null
 * @param object what a list is looked through for, or null
 * @param repeatable whether success leaves the scene as the other requests need it
 */
public record Asking(
    Login caller,
    Map<String, String> path,
    Map<String, String> query,
    String body,
    String tag,
    UUID object,
    boolean repeatable) {

  public static Asking by(Login caller) {
    return new Asking(caller, Map.of(), Map.of(), null, null, null, false);
  }

  /**
   * Somebody new of that organisation, a person or a system.
   *
   * @param caller the name of a role or of a scope, or {@code nobody}
   */
  public static Asking by(String caller, UUID organisation) {
    if (caller.equals(Legend.NOBODY)) {
      return by(null);
    }
    return by(
        Legend.SCOPES.contains(caller)
            ? Directory.machine(organisation, caller)
            : Directory.person(organisation, Role.valueOf(caller)));
  }

  /** Of that thing, which the path names. */
  public Asking of(String parameter, Object value) {
    return new Asking(caller, more(path, parameter, value), query, body, tag, object, repeatable);
  }

  public Asking with(String parameter, Object value) {
    return new Asking(caller, path, more(query, parameter, value), body, tag, object, repeatable);
  }

  public Asking sending(String another) {
    return new Asking(caller, path, query, another, tag, object, repeatable);
  }

  public Asking matching(String another) {
    return new Asking(caller, path, query, body, another, object, repeatable);
  }

  /** Looks through a list. */
  public Asking lookingFor(UUID another) {
    return new Asking(caller, path, query, body, tag, another, repeatable);
  }

  /** Success leaves the scene as the other requests need it. */
  public Asking again() {
    return new Asking(caller, path, query, body, tag, object, true);
  }

  private static Map<String, String> more(Map<String, String> some, String name, Object value) {
    Map<String, String> more = new HashMap<>(some);
    more.put(name, value.toString());
    return Map.copyOf(more);
  }
}
