package org.openhersys.local;

import org.junit.jupiter.api.Test;
import org.openhersys.api.architecture.HouseRules;

/** What is asked of the launcher, which is no service. */
class ArchitectureTest {
  @Test
  void everyPackageSaysWhereNullMayBe() {
    HouseRules.everyPackageIsMarked().check(HouseRules.of("local"));
  }
}
