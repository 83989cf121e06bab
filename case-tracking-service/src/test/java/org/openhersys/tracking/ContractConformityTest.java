package org.openhersys.tracking;

import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.ContractComparison;
import org.openhersys.tracking.casefile.CasesResource;
import org.openhersys.tracking.custody.CustodyResource;
import org.openhersys.tracking.custody.RelatedCentresResource;
import org.openhersys.tracking.feed.CaseChangesResource;
import org.openhersys.tracking.handover.HandoversResource;
import org.openhersys.tracking.status.CaseStatusResource;
import org.openhersys.tracking.testlist.TestListResource;

class ContractConformityTest {
  @Test
  void theResourcesAreTheContract() {
    ContractComparison.compare(
        "case-tracking",
        CasesResource.class,
        CaseStatusResource.class,
        RelatedCentresResource.class,
        CustodyResource.class,
        CaseChangesResource.class,
        HandoversResource.class,
        TestListResource.class);
  }
}
