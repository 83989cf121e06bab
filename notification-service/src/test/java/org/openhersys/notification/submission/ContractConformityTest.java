package org.openhersys.notification.submission;

import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.ContractComparison;
import org.openhersys.notification.mail.MailsResource;

class ContractConformityTest {

  @Test
  void theServiceIsWhatTheContractSays() {
    ContractComparison.compare("notification", NotificationsResource.class, MailsResource.class);
  }
}
