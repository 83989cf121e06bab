package org.openhersys.notification.submission;

import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.ContractComparison;

class ContractConformityTest {

  @Test
  void theServiceIsWhatTheContractSays() {
    ContractComparison.compare("notification", NotificationsResource.class);
  }
}
