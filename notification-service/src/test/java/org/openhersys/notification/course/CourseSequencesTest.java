package org.openhersys.notification.course;

import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.course.Course.Actors;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.submission.Notifying;

/**
 * Random sequences of whatever is done with the notifications of a course, over HTTP, each held
 * against a model after every step: one notification is current unless all are withdrawn, the
 * others are frozen, nothing is overwritten, a 提出日 never changes, another category and nothing else
 * reopens the confirmation. {@code hersys.sequences} says how many (200), {@code
 * hersys.sequences.seed} which. A sequence that fails is made shorter before it is told.
 */
@QuarkusTest
class CourseSequencesTest {
  private static final int SEQUENCES = Integer.getInteger("hersys.sequences", 200);
  private static final long SEED = Long.getLong("hersys.sequences.seed", System.nanoTime());
  private static final int MOST_STEPS = 12;
  private static final int ATTEMPTS_TO_SHRINK = 200;

  private final Notifying notifying = new Notifying();
  private final Actors actors = actors();

  @Test
  void everySequenceLeavesWhatTheModelSays() {
    try (Handle owner = HersysDatabase.owner().open()) {
      JqwikSession.run(
          () -> {
            Random random = new Random(SEED);
            RandomGenerator<List<Step>> generator = sequences().generator(SEQUENCES);
            for (int i = 0; i < SEQUENCES; i++) {
              Shrinkable<List<Step>> sequence = generator.next(random);
              if (fault(owner, sequence.value()).isPresent()) {
                tell(owner, shortest(owner, sequence).value());
              }
            }
          });
    }
  }

  private static Arbitrary<List<Step>> sequences() {
    Arbitrary<Integer> back =
        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 2), Tuple.of(1, 3));
    Arbitrary<DiagnosisCategory> category =
        Arbitraries.of(
            DiagnosisCategory.SUSPECTED,
            DiagnosisCategory.CONFIRMED,
            DiagnosisCategory.ASYMPTOMATIC_CARRIER);
    Arbitrary<List<String>> results =
        Arbitraries.of("-", "NEGATIVE", "POSITIVE", "UNKNOWN").list().ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(Step.Kind.class), back, category, results, Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(MOST_STEPS);
  }

  /** What is wrong after the first step that something is wrong after; the first one submits. */
  private Optional<String> fault(Handle owner, List<Step> steps) {
    Step first = steps.get(0);
    if (!CourseModel.isAcceptable(first.category(), first.results())) {
      return Optional.empty();
    }
    CourseModel model = new CourseModel(first, Notifying.today());
    Course course = new Course(actors, owner, first);
    Optional<String> fault = difference(model, course, CourseModel.DONE, CourseModel.DONE);
    for (Step step : steps.subList(1, steps.size())) {
      if (fault.isPresent()) {
        return fault;
      }
      int expected = model.does(step);
      fault =
          difference(model, course, expected, course.does(step)).map(text -> step + ": " + text);
    }
    return fault;
  }

  private static Optional<String> difference(
      CourseModel model, Course course, int expected, int answered) {
    if (expected != answered) {
      return Optional.of("answered " + answered + " instead of " + expected);
    }
    if (!model.standings().equals(course.standings())) {
      return Optional.of("stands " + course.standings() + " instead of " + model.standings());
    }
    List<String> overwritten = course.overwritten();
    return overwritten.isEmpty() ? Optional.empty() : Optional.of("overwritten " + overwritten);
  }

  private Shrinkable<List<Step>> shortest(Handle owner, Shrinkable<List<Step>> failing) {
    Shrinkable<List<Step>> shortest = failing;
    Iterator<Shrinkable<List<Step>>> shorter = shortest.shrink().iterator();
    for (int left = ATTEMPTS_TO_SHRINK; left > 0 && shorter.hasNext(); left--) {
      Shrinkable<List<Step>> next = shorter.next();
      if (fault(owner, next.value()).isPresent()) {
        shortest = next;
        shorter = shortest.shrink().iterator();
      }
    }
    return shortest;
  }

  private void tell(Handle owner, List<Step> steps) {
    fail("seed " + SEED + ": " + fault(owner, steps).orElse("once only") + " after " + steps);
  }

  private Actors actors() {
    Login centre = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    Login confirmer = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
    Map<Login, String> tokens = new HashMap<>();
    List.of(notifying.ehr, centre, confirmer).forEach(login -> tokens.put(login, login.bearer()));
    return new Actors(notifying.ehr, centre, confirmer, Map.copyOf(tokens));
  }
}
