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
          "setRelatedCentre", Table::aCaseToShare,
          "removeRelatedCentre", Table::aSharedCase,
          "requestHandover", Table::aCaseToHandOver,
          "listHandovers", Table::twoHandovers,
          "/api/v1/handovers/{id}", Table::anIncomingHandover,
          "cancelHandover", Table::anOutgoingHandover,
          "returnHandover", Table::anAcceptedHandover,
          "assignHandover", Table::aDeclinedHandover);
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

    private static Situation anOutgoingHandover() {
      Login giver = CaseTracking.staffOf(Directory.healthCentre());
      UUID caseId = CaseTracking.caseAt(giver.organisation());
      return Situation.of(giver)
          .with("id", CaseTracking.requested(caseId, giver, Directory.healthCentre()));
    }

    private static Situation anAcceptedHandover() {
      Situation situation = anIncomingHandover();
      CaseTracking.accepted(UUID.fromString(situation.ids().get("id")), situation.caller());
      return situation;
    }

    private static Situation aDeclinedHandover() {
      Login giver = CaseTracking.staffOf(Directory.healthCentre());
      Login taker = CaseTracking.staffOf(Directory.healthCentre());
      UUID third = Directory.healthCentre();
      Login government = Handing.governmentAbove(giver.organisation(), taker.organisation(), third);
      UUID handover =
          CaseTracking.requested(
              CaseTracking.caseAt(giver.organisation()), giver, taker.organisation());
      Handing.turned(taker, handover, "declination", Handing.REASON).statusCode(200);
      return Situation.of(government).with("id", handover).sending(Handing.assignment(third));
    }

    private static Situation aCaseToShare() {
      return aCase()
          .with("organisationId", Directory.healthCentre())
          .sending(Handing.right("READ"));
    }

    private static Situation aSharedCase() {
      Situation situation = aCaseToShare();
      Handing.shared(
              situation.caller(),
              UUID.fromString(situation.ids().get("id")),
              UUID.fromString(situation.ids().get("organisationId")),
              Handing.right("READ"))
          .statusCode(200);
      return situation;
    }
  }
}
