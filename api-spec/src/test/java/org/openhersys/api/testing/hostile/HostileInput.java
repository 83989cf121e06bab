package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openhersys.api.testing.Specification;

/**
 * Sends attacks to every operation of a contract, and collects all that is wrong with the answers.
 */
final class HostileInput {
  private static final int TOLD = 60;

  /**
   * Of the requests of an attack on an operation, every how many is sent. The gate sends a sample,
   * another one to each operation, so that all kinds are sent to some.
   */
  private static final int EVERY = Integer.getInteger("hersys.hostile.every", 1);

  /** With these an operation may refuse what it has done before. */
  private static final Set<Integer> USED_UP = Set.of(401, 403, 404, 409, 412, 422, 429);

  /**
   * What was not used up by one attack serves the next: most requests are refused, and to make a
   * situation costs more than to attack it. By contract and operation.
   */
  private static final Map<String, Map<String, Fixture>> FIXTURES = new HashMap<>();

  private final Wire wire;
  private final Judge judge;
  private final Situations situations;
  private final List<Endpoint> endpoints;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Fixture> fixtures;

  HostileInput(Attacked service, int port) {
    Specification specification = Specification.of(service.contract());
    this.wire = new Wire(port);
    this.judge = new Judge(specification);
    this.endpoints =
        specification.operations().stream()
            .map(operation -> new Endpoint(specification, operation))
            .toList();
    this.situations = new Situations(service, endpoints, wire);
    this.fixtures = FIXTURES.computeIfAbsent(service.contract(), contract -> new HashMap<>());
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  Wire wire() {
    return wire;
  }

  /** What an attack builds on: the valid request of every operation succeeds. */
  void reach() {
    for (Endpoint endpoint : endpoints) {
      try {
        Answer answer = wire.send(newFixture(endpoint).valid());
        if (!answer.success()) {
          faults.add(
              "%s; answered %d %s"
                  .formatted(situations.advice(endpoint), answer.status(), answer.start()));
        }
      } catch (AssertionError unreached) {
        faults.add(unreached.getMessage());
      }
    }
  }

  /** Attacks every operation. */
  void attack(Attack attack) {
    endpoints.forEach(endpoint -> attack(endpoint, attack));
  }

  /** Attacks one operation. */
  void attack(Endpoint endpoint, Attack attack) {
    Fixture fixture = fixture(endpoint);
    try (Stream<Attempt> attempts = attack.against(endpoint, fixture)) {
      List<Attempt> all = attempts.toList();
      int first = all.isEmpty() ? 0 : endpoints.indexOf(endpoint) % Math.min(EVERY, all.size());
      for (int i = first; i < all.size(); i += EVERY) {
        attempt(endpoint, fixture, all.get(i));
      }
    } catch (AssertionError unreached) {
      faults.add(unreached.getMessage());
    }
  }

  private void attempt(Endpoint endpoint, Fixture fixture, Attempt attempt) {
    try {
      Request request = attempt.bend().apply(fixture.valid());
      Answer answer = wire.send(request);
      if (USED_UP.contains(answer.status()) && fixture.isTouched()) {
        fixture.renew();
        request = attempt.bend().apply(fixture.valid());
        answer = wire.send(request);
      }
      List<String> wrong = judge.faults(endpoint, attempt, request, answer);
      if (!wrong.isEmpty() && USED_UP.contains(answer.status()) && fixture.isWorn()) {
        fixture.renew();
        request = attempt.bend().apply(fixture.valid());
        answer = wire.send(request);
        wrong = judge.faults(endpoint, attempt, request, answer);
      }
      if (!wrong.isEmpty()) {
        faults.add(
            "%s: %s: %d %s: %s"
                .formatted(
                    endpoint,
                    shown(attempt.what()),
                    answer.status(),
                    String.join(", ", wrong),
                    answer.start()));
      }
      if (answer.success() && endpoint.changes()) {
        fixture.touch();
      }
    } catch (AssertionError hanging) {
      faults.add("%s: %s: %s".formatted(endpoint, shown(attempt.what()), hanging.getMessage()));
    }
  }

  private static String shown(String what) {
    String printable = what.replaceAll("[^ -~]", "?");
    return printable.length() > 100 ? printable.substring(0, 100) + "…" : printable;
  }

  /** Another fault, found outside of an attack. */
  void fault(String fault) {
    faults.add(fault);
  }

  /**
   * @throws AssertionError that lists what was wrong
   */
  void judge() {
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%d faults:%n  - %s%s"
              .formatted(
                  faults.size(),
                  String.join("\n  - ", faults.subList(0, Math.min(TOLD, faults.size()))),
                  faults.size() > TOLD ? "\n  …" : ""));
    }
  }

  private Fixture fixture(Endpoint endpoint) {
    Fixture fixture = fixtures.computeIfAbsent(endpoint.id(), id -> newFixture(endpoint));
    fixture.useAgain();
    return fixture;
  }

  private Fixture newFixture(Endpoint endpoint) {
    return new Fixture(endpoint, situations, wire);
  }
}
