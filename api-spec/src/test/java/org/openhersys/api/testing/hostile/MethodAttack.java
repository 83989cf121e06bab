package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Methods that a path does not have, real ones and others. */
final class MethodAttack implements Attack {
  private static final Set<String> CHANGING = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private final List<Endpoint> endpoints;

  MethodAttack(List<Endpoint> endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    Set<String> had =
        endpoints.stream()
            .filter(e -> e.path().equals(endpoint.path()))
            .map(Endpoint::method)
            .collect(Collectors.toSet());
    Set<String> others = new TreeSet<>(CHANGING);
    others.addAll(Set.of("TRACE", "INVENTED", "get", "PROPFIND", "X-A"));
    others.removeAll(had);
    List<Attempt> attempts = new ArrayList<>();
    for (String method : others) {
      attempts.add(Attempt.answered(method, r -> r.method(method), 404, 405, 415));
    }
    attempts.add(
        Attempt.answered(
            "another method by a header", MethodAttack::overridden, 200, 201, 202, 204));
    attempts.add(Attempt.bearable("HEAD", r -> r.method("HEAD").body((byte[]) null)));
    attempts.add(Attempt.bearable("OPTIONS", r -> r.method("OPTIONS").body((byte[]) null)));
    attempts.add(
        Attempt.bearable("OPTIONS *", r -> r.method("OPTIONS").target("*").body((byte[]) null)));
    attempts.add(
        Attempt.noRequest(
            "CONNECT", r -> r.method("CONNECT").target("localhost:1").body((byte[]) null)));
    return attempts.stream();
  }

  /** Answered as if the headers were not there. */
  private static Request overridden(Request request) {
    return request
        .header("X-HTTP-Method-Override", "DELETE")
        .header("X-HTTP-Method", "DELETE")
        .header("X-Method-Override", "DELETE");
  }
}
