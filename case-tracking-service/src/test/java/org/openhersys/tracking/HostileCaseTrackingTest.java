package org.openhersys.tracking;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.hostile.Attacked;
import org.openhersys.api.testing.hostile.HostileInputTest;
import org.openhersys.api.testing.hostile.Situation;

@QuarkusTest
class HostileCaseTrackingTest extends HostileInputTest {

  @Override
  protected Attacked attacked() {
    return new Table();
  }

  /** How to get to the operations that are not reached by themselves. */
  private static final class Table implements Attacked {

    @Override
    public String contract() {
      return "case-tracking";
    }

    @Override
    public Map<String, Supplier<Situation>> situations() {
      return Map.of(
          "listCases", Table::twoCases,
          "/api/v1/cases/{id}", Table::aCase,
          "requestHandover", Table::aCaseToHandOver,
          "listHandovers", Table::twoHandovers,
          "/api/v1/handovers/{id}", Table::anIncomingHandover);
    }

    private static Situation twoCases() {
      UUID centre = Directory.healthCentre();
      CaseTracking.caseAt(centre);
      CaseTracking.caseAt(centre);
      return Situation.of(CaseTracking.staffOf(centre));
    }

    private static Situation aCase() {
      UUID centre = Directory.healthCentre();
      return Situation.of(CaseTracking.staffOf(centre)).with("id", CaseTracking.caseAt(centre));
    }

    private static Situation aCaseToHandOver() {
      UUID centre = Directory.healthCentre();
      return Situation.of(CaseTracking.staffOf(centre))
          .sending(
              "{\"caseId\": \"%s\", \"toOrganisationId\": \"%s\", \"reason\": \"住所地のため（架空）\"}"
                  .formatted(CaseTracking.caseAt(centre), Directory.healthCentre()));
    }

    private static Situation twoHandovers() {
      UUID centre = Directory.healthCentre();
      Login giver = CaseTracking.staffOf(centre);
      CaseTracking.requested(CaseTracking.caseAt(centre), giver, Directory.healthCentre());
      CaseTracking.requested(CaseTracking.caseAt(centre), giver, Directory.healthCentre());
      return Situation.of(giver);
    }

    private static Situation anIncomingHandover() {
      UUID giver = Directory.healthCentre();
      UUID taker = Directory.healthCentre();
      UUID handover =
          CaseTracking.requested(CaseTracking.caseAt(giver), CaseTracking.staffOf(giver), taker);
      return Situation.of(CaseTracking.staffOf(taker)).with("id", handover);
    }
  }
}
