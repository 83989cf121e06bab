package org.openhersys.api.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhersys.sample.loan.Breaches;
import org.openhersys.sample.loan.Loan;
import org.openhersys.sample.loan.LoansResource;
import org.openhersys.sample.shelf.Shelf;
import org.openhersys.sample.unmarked.Perhaps;
import org.openhersys.sample.util.Odds;

/** Each rule of the house is broken once, and seen to say so. */
class HouseRulesTest {
  private static final Map<String, ArchRule> RULES = HouseRules.forService("sample");

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach("features have no cycles", "Cycle detected", Shelf.class, Loan.class),
        breach("a resource holds no SQL", "Handle", Breaches.LoansWithSqlResource.class),
        breach("nothing but resources and providers knows HTTP", "lend", Breaches.Lending.class),
        breach(
            "every resource says who may use it",
            "list() says nothing",
            Breaches.OpenLoansResource.class),
        breach("no service knows another", "Foreign", Breaches.Borrowing.class),
        breach("no drawer for odds and ends", "Odds", Odds.class),
        breach("time comes from the clock", "Watch.instant()", Breaches.Watch.class),
        breach("time comes from the clock", "Watch.day(", Breaches.Watch.class),
        breach("time comes from the clock", "Watch.clock()", Breaches.Watch.class),
        breach("resources end in Resource", "Loans", Breaches.Loans.class),
        breach("only the access-log code writes audit", "OwnAccount", Breaches.OwnAccount.class),
        breach("every package says where null may be", "Perhaps", Perhaps.class));
  }

  private static Arguments breach(String rule, String told, Class<?>... types) {
    return Arguments.of(rule, told, types);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aBreachIsTold(String rule, String told, Class<?>[] types) {
    EvaluationResult result = RULES.get(rule).evaluate(imported(types));

    assertTrue(result.hasViolation(), "not seen");
    String failures = String.join("\n", result.getFailureReport().getDetails());
    assertTrue(failures.contains(told), failures);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aBreachBreaksNoOtherRule(String rule, String told, Class<?>[] types) {
    JavaClasses classes = imported(types);

    assertEquals(
        List.of(rule),
        RULES.entrySet().stream()
            .filter(
                entry -> entry.getValue().allowEmptyShould(true).evaluate(classes).hasViolation())
            .map(Map.Entry::getKey)
            .toList());
  }

  @Test
  void whatKeepsTheRulesIsLeftAlone() {
    JavaClasses classes = imported(LoansResource.class);

    RULES.values().forEach(rule -> rule.allowEmptyShould(true).check(classes));
  }

  @Test
  void theClockItselfMayBeAsked() {
    List<String> failures =
        RULES
            .get("time comes from the clock")
            .evaluate(imported(Breaches.Watch.class))
            .getFailureReport()
            .getDetails();

    assertEquals(3, failures.size(), failures::toString);
  }

  @Test
  void everyRuleHasABreach() {
    Set<String> broken =
        breaches()
            .map(breach -> (String) breach.get()[0])
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(new TreeSet<>(RULES.keySet()), broken);
  }

  private static JavaClasses imported(Class<?>... types) {
    return new ClassFileImporter().importClasses(types);
  }
}
