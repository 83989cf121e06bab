package org.openhersys.notification.quality;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.hostile.Situation;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;

/** How to get to the operations of the quality chain. */
public final class QualitySituations {
  private QualitySituations() {}

  /** By operation. */
  public static Map<String, Supplier<Situation>> all() {
    return Map.of(
        "listQualityChecks", QualitySituations::twoToCheck,
        "readQualityCheck", QualitySituations::twoToCheck,
        "checkQuality", QualitySituations::twoToCheck,
        "askQualityQueries", QualitySituations::twoToCheck,
        "listQualityQueries", () -> query(true),
        "replyToQualityQuery", () -> query(false),
        "closeQualityQuery", () -> query(true),
        "listInstitutionQuality", QualitySituations::twoInstitutions);
  }

  private static Situation twoToCheck() {
    Chain chain = new Chain();
    chain.confirmed();
    return Situation.of(chain.institute).with("id", chain.confirmed());
  }

  private static Situation twoInstitutions() {
    Chain chain = new Chain();
    chain.confirmed();
    Notifying neighbour = new Notifying();
    Chain.below(chain.city, neighbour.centre);
    Login staff = Directory.person(neighbour.centre, Role.HEALTH_CENTRE_STAFF);
    Handling.confirm(staff, neighbour.submitted()).then().statusCode(200);
    return Situation.of(chain.institute);
  }

  private static Situation query(boolean ofTheInstitute) {
    Chain chain = new Chain();
    UUID id = chain.confirmed();
    Chain.asked(chain.institute, id);
    return Situation.of(ofTheInstitute ? chain.institute : chain.staff)
        .with("id", id)
        .with("queryId", Chain.asked(chain.institute, id));
  }
}
