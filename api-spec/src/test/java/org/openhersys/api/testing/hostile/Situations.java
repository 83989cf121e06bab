package org.openhersys.api.testing.hostile;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.TestIssuer;

/**
 * How to get to each operation: by the service's own table, or, where that is silent, as any client
 * would: somebody whom the contract admits, its example as the body, an id by creating something.
 */
final class Situations {
  private final Attacked service;
  private final List<Endpoint> endpoints;
  private final Wire wire;

  Situations(Attacked service, List<Endpoint> endpoints, Wire wire) {
    this.service = service;
    this.endpoints = endpoints;
    this.wire = wire;
  }

  /** A new one, of an organisation of its own. */
  Situation of(Endpoint endpoint) {
    Map<String, Supplier<Situation>> table = service.situations();
    if (table.containsKey(endpoint.id())) {
      return table.get(endpoint.id()).get();
    }
    if (endpoint.pathParameters().isEmpty()) {
      return Situation.of(somebodyAdmitted(endpoint));
    }
    String collection = endpoint.path().substring(0, endpoint.path().indexOf("/{"));
    Supplier<Situation> known =
        table.get(collection + "/{" + endpoint.pathParameters().get(0) + "}");
    Situation situation =
        known == null ? created(endpoint, collection) : admitted(endpoint, known.get());
    if (!situation.ids().keySet().containsAll(endpoint.pathParameters())) {
      throw new AssertionError(advice(endpoint));
    }
    return situation;
  }

  /** A valid token of that login. */
  String token(Login login) {
    return TestIssuer.sign(claims(login).build(), service.signingKey());
  }

  /** The claims of a valid token, to be bent. */
  JWTClaimsSet.Builder claims(Login login) {
    return new JWTClaimsSet.Builder(login.claims().build()).issuer(service.issuer());
  }

  /** What to do about an operation that is not reached. */
  String advice(Endpoint endpoint) {
    return "%s is reached neither by itself nor by the table of %s.yaml's test of hostile input: add an entry \"%s\" (or one for the path up to its first parameter) there"
        .formatted(endpoint, service.contract(), endpoint.id());
  }

  private Situation created(Endpoint endpoint, String collection) {
    Endpoint creating =
        find("POST", collection).orElseThrow(() -> new AssertionError(advice(endpoint)));
    Fixture fixture = new Fixture(creating, this, wire);
    String location = wire.send(fixture.valid()).header("location");
    if (location.isEmpty()) {
      throw new AssertionError(advice(endpoint));
    }
    String id = location.substring(location.lastIndexOf('/') + 1);
    return admitted(endpoint, fixture.situation().with(endpoint.pathParameters().get(0), id));
  }

  // The same organisation, by somebody whom this operation admits too.
  private Situation admitted(Endpoint endpoint, Situation known) {
    Login caller = known.caller();
    if (caller == null || !endpoint.isProtected() || isAdmitted(endpoint, caller)) {
      return new Situation(caller, known.ids(), null);
    }
    return new Situation(admitted(endpoint, caller.organisation()), known.ids(), null);
  }

  static boolean isAdmitted(Endpoint endpoint, Login caller) {
    return caller.role() == null
        ? endpoint.admitsEveryMachine()
            || caller.groups().stream().anyMatch(endpoint.scopes()::contains)
        : endpoint.admitsPeople()
            && (endpoint.roles().isEmpty() || endpoint.roles().contains(caller.role()));
  }

  private static Login somebodyAdmitted(Endpoint endpoint) {
    if (!endpoint.isProtected()) {
      return null;
    }
    List<Role> roles = endpoint.roles();
    Role role = roles.isEmpty() ? Role.HEALTH_CENTRE_STAFF : roles.get(0);
    return admitted(endpoint, Directory.organisation(kind(role), "架空組織", null));
  }

  private static Login admitted(Endpoint endpoint, UUID organisation) {
    if (!endpoint.admitsPeople()) {
      return Directory.machine(organisation, endpoint.scopes().toArray(String[]::new));
    }
    List<Role> roles = endpoint.roles();
    return Directory.person(
        organisation, roles.isEmpty() ? Role.HEALTH_CENTRE_STAFF : roles.get(0));
  }

  Optional<Endpoint> find(String method, String path) {
    return endpoints.stream()
        .filter(e -> e.method().equals(method) && e.path().equals(path))
        .findFirst();
  }

  /** Where the present state is read, with its ETag: the path itself, or the nearest above it. */
  Optional<Endpoint> state(Endpoint endpoint) {
    List<String> paths = new ArrayList<>();
    for (String path = endpoint.path(); path.contains("}"); path = parent(path)) {
      paths.add(path);
    }
    return paths.stream().flatMap(path -> find("GET", path).stream()).findFirst();
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static String kind(Role role) {
    return switch (role) {
      case PHYSICIAN, CLERK, INSTITUTION_MANAGER -> "MEDICAL_INSTITUTION";
      case HEALTH_CENTRE_STAFF, HEALTH_CENTRE_MANAGER -> "HEALTH_CENTRE";
      case LOCAL_GOVERNMENT_STAFF -> "LOCAL_GOVERNMENT";
      case LOCAL_INSTITUTE_STAFF -> "LOCAL_INSTITUTE";
      case NATIONAL_STATISTICS, NATIONAL_ADMINISTRATOR -> "NATIONAL";
      case NATIONAL_SURVEILLANCE -> "NATIONAL_SURVEILLANCE";
      case CONTRACTOR -> "CONTRACTOR";
      case SUPPORT -> "SUPPORT";
    };
  }
}
