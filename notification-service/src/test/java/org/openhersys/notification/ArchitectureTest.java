package org.openhersys.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openhersys.api.architecture.HouseRules;

class ArchitectureTest {
  private static final String SERVICE = "notification";

  @TestFactory
  Stream<DynamicTest> theHouseHolds() {
    JavaClasses classes = HouseRules.of(SERVICE);
    return HouseRules.forService(SERVICE).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
  }
}
