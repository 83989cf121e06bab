package org.openhersys.notification.quality;

import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.notification.submission.Notifying;

/** A notification that waits for a step, which has asked its centre a question. */
public final class QualityScene implements Scene {
  private final Chain chain = new Chain();
  private final Login checker;
  private final UUID id;
  private final UUID query;

  private QualityScene(boolean national) {
    checker = national ? chain.niid : chain.institute;
    id = national ? chain.passedOn() : chain.confirmed();
    query = Chain.asked(checker, id);
  }

  /** One that waits for the institute. */
  public static QualityScene withInstitute() {
    return new QualityScene(false);
  }

  /** One that waits for NIID. */
  public static QualityScene withNational() {
    return new QualityScene(true);
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(somebody(caller)));
  }

  /** Of somebody with that role or scope, at the organisation that may. */
  public Asking askingByRole(String operation, String caller) {
    boolean isChecker =
        caller.equals("LOCAL_INSTITUTE_STAFF") || caller.equals("NATIONAL_SURVEILLANCE");
    return asking(
        operation, Asking.by(caller, isChecker ? checker.organisation() : chain.notifying.centre));
  }

  private Login somebody(String column) {
    return switch (column) {
      case "receiving" -> again(chain.staff);
      case "institute" -> again(chain.institute);
      case "prefecture" -> again(chain.prefecturesInstitute);
      case "national" -> again(chain.niid);
      case "colleague" -> Directory.person(chain.notifying.institution, Role.CLERK);
      case "above" -> Directory.person(chain.city, Role.LOCAL_GOVERNMENT_STAFF);
      case "stranger" -> Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
      default -> throw new IllegalArgumentException(column);
    };
  }

  /** Somebody new with the same role at the same organisation. */
  private static Login again(Login somebody) {
    return Directory.person(somebody.organisation(), somebody.role());
  }

  private Asking asking(String operation, Asking asking) {
    Asking ofIt = asking.of("id", id);
    return switch (operation) {
      case "listInstitutionQuality" ->
          asking.with("from", Notifying.today()).with("to", Notifying.today());
      case "listQualityChecks" -> asking.lookingFor(id);
      case "listQualityQueries" -> asking.lookingFor(query);
      case "checkQuality" -> ofIt.matching(Chain.sheet(checker, id).header("ETag"));
      case "askQualityQueries" -> ofIt.again();
      case "replyToQualityQuery", "closeQualityQuery" -> ofIt.of("queryId", query);
      default -> ofIt;
    };
  }
}
