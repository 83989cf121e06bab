package org.openhersys.tracking;

import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.CaseTracking.timeOver;

import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.http.ETags;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;

/**
 * A case that went from its receiving centre over two former ones to the giver, who asks another
 * centre to take it over; and everybody who has to do with it.
 */
final class CaseScene implements Scene {
  private final UUID receiving = Directory.healthCentre();
  private final UUID longAgo = Directory.healthCentre();
  private final UUID former = Directory.healthCentre();
  private final UUID giver = Directory.healthCentre();
  private final UUID requested = Directory.healthCentre();
  private final UUID writes = Directory.healthCentre();
  private final UUID reads = Directory.healthCentre();
  private final UUID over = Directory.healthCentre();
  private final UUID neighbour = Directory.healthCentre();
  private final UUID neighbourOfTheRequested = Directory.healthCentre();
  private final Login aboveGiver = Handing.governmentAbove(giver, neighbour);
  private final Login aboveRequested = Handing.governmentAbove(requested, neighbourOfTheRequested);
  private final UUID institution;
  private final UUID caseId;
  private final UUID handover;
  private final UUID responsible;

  private CaseScene(boolean accepted) {
    Submission submission = Submission.to(receiving);
    institution = submission.institution();
    caseId = CaseTracking.caseOf(submission);
    handOn(receiving, longAgo);
    handOn(longAgo, former);
    handOn(former, giver);
    timeOver(caseId, longAgo);
    Login staff = staffOf(giver);
    Handing.shared(staff, caseId, writes, Handing.right("WRITE"));
    Handing.shared(staff, caseId, reads, Handing.right("READ"));
    Handing.shared(staff, caseId, over, Handing.right("WRITE", "2999-12-31"));
    timeOver(caseId, over);
    handover = requested(caseId, staff, requested);
    if (accepted) {
      accepted(handover, staffOf(requested));
    }
    responsible = accepted ? requested : giver;
  }

  static CaseScene beforeAcceptance() {
    return new CaseScene(false);
  }

  /** The requested centre was reminded, and has not decided. */
  static CaseScene reminded() {
    CaseScene scene = new CaseScene(false);
    Handing.reminded(scene.handover);
    return scene;
  }

  static CaseScene afterAcceptance() {
    return new CaseScene(true);
  }

  private void handOn(UUID from, UUID to) {
    accepted(requested(caseId, staffOf(from), to), staffOf(to));
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(somebody(caller)), caller);
  }

  /** Of somebody with that role or scope, at the organisation that may. */
  Asking askingByRole(String operation, String caller) {
    UUID organisation =
        switch (operation) {
          case "acceptHandover", "declineHandover", "returnHandover" -> requested;
          case "cancelHandover" -> giver;
          case "assignHandover" -> aboveGiver.organisation();
          default ->
              caller.equals(Role.LOCAL_GOVERNMENT_STAFF.name())
                  ? aboveGiver.organisation()
                  : responsible;
        };
    return asking(operation, Asking.by(caller, organisation), caller);
  }

  private Login somebody(String column) {
    return switch (column) {
      case "receiving" -> staffOf(receiving);
      case "giver" -> staffOf(giver);
      case "requested" -> staffOf(requested);
      case "writes" -> staffOf(writes);
      case "reads" -> staffOf(reads);
      case "over" -> staffOf(over);
      case "former" -> staffOf(former);
      case "long ago" -> staffOf(longAgo);
      case "above", "above giver" -> government(aboveGiver.organisation());
      case "above requested" -> government(aboveRequested.organisation());
      case "elsewhere" -> Handing.governmentAbove();
      case "sender" -> Directory.person(institution, Role.PHYSICIAN);
      case "system" -> Directory.machine(institution, Scopes.CASE_READ);
      case "stranger" -> staffOf(Directory.healthCentre());
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static Login government(UUID organisation) {
    return Directory.person(organisation, Role.LOCAL_GOVERNMENT_STAFF);
  }

  private Asking asking(String operation, Asking asking, String caller) {
    Asking ofCase = asking.of("id", caseId);
    Asking ofHandover = asking.of("id", handover);
    return switch (operation) {
      case "listCases", "readCaseChanges" -> asking.lookingFor(caseId);
      case "readCase", "readCaseStatus", "readCaseTests", "listRelatedCentres", "readCustody" ->
          ofCase;
      case "changeCaseStatus" ->
          ofCase.matching(ETags.strong("status", version("status_version"))).again();
      case "setRelatedCentre" ->
          ofCase.of("organisationId", Directory.healthCentre()).matching(related()).again();
      case "removeRelatedCentre" -> ofCase.of("organisationId", reads).matching(related());
      case "requestHandover" -> asking.sending(requestTo(Directory.healthCentre()));
      case "listHandovers" -> asking.lookingFor(handover);
      case "readHandover" -> ofHandover;
      case "assignHandover" ->
          ofHandover.matching(handoverTag()).sending(Handing.assignment(assigned(caller)));
      default -> ofHandover.matching(handoverTag());
    };
  }

  private UUID assigned(String caller) {
    return caller.equals("above requested") ? neighbourOfTheRequested : neighbour;
  }

  private String requestTo(UUID centre) {
    return "{\"caseId\": \"%s\", \"toOrganisationId\": \"%s\", \"reason\": \"住所地のため（架空）\"}"
        .formatted(caseId, centre);
  }

  private String related() {
    return ETags.strong("related", version("related_version"));
  }

  private int version(String column) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select("select " + column + " from tracking.case_file where id = ?", caseId)
                    .mapTo(Integer.class)
                    .one());
  }

  private String handoverTag() {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.select("select version from tracking.handover where id = ?", handover)
                    .map((row, context) -> ETags.strong("handover", row.getInt(1)))
                    .one());
  }
}
