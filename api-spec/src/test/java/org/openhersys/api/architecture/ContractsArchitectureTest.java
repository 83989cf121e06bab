package org.openhersys.api.architecture;

import org.junit.jupiter.api.Test;

/** What is asked of the services' common ground itself. */
class ContractsArchitectureTest {
  @Test
  void everyPackageSaysWhereNullMayBe() {
    HouseRules.everyPackageIsMarked().check(HouseRules.of("api"));
  }
}
