package org.openhersys.notification.submission;

import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.caller.Scopes;
import org.openhersys.api.http.ETags;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;

/**
 * A notification with two open questions, whose case another centre took over and asks a third one
 * to take; and everybody who has to do with it.
 */
public final class NotificationScene implements Scene {
  private final Notifying notifying = new Notifying();
  private final UUID id = notifying.submittedWithWarning();
  private final Login receiving = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final UUID question = Handling.asked(receiving, id, 2).get(0);
  private final UUID responsible = Directory.healthCentre();
  private final UUID writes = Directory.healthCentre();
  private final UUID reads = Directory.healthCentre();
  private final UUID over = Directory.healthCentre();
  private final UUID requested = Directory.healthCentre();
  private final UUID above = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);

  public NotificationScene() {
    UUID course = RawSql.courseOf(id);
    Custody.handOver(course, responsible);
    Custody.give(course, writes, "WRITE");
    Custody.give(course, reads, "READ");
    Custody.give(course, over, "WRITE");
    HersysDatabase.owner()
        .useTransaction(
            h -> {
              h.execute(
                  "update tracking.custody_entry set until = now() - interval '1 second' where course_id = ? and organisation_id = ?",
                  course,
                  over);
              h.execute(
                  """
                  insert into tracking.handover
                    (id, case_id, from_organisation_id, to_organisation_id, reason, requested_at, requested_by, expires_at, remind_at)
                  values (?, ?, ?, ?, '架空の理由', now(), ?, now() + interval '7 days', now() + interval '1 day')
                  """,
                  Uuids.next(),
                  Custody.caseOf(course),
                  responsible,
                  requested,
                  Uuids.next());
              h.execute(
                  "update identity.organisation set parent_id = ? where id = ?",
                  above,
                  notifying.centre);
            });
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(somebody(caller)));
  }

  /** Of somebody with that role or scope, at the organisation that may. */
  public Asking askingByRole(String operation, String caller) {
    boolean ofTheInstitution =
        switch (caller) {
          case "PHYSICIAN", "CLERK", "INSTITUTION_MANAGER" -> true;
          case Scopes.NOTIFICATION_WRITE, Scopes.NOTIFICATION_READ -> true;
          default -> operation.equals("answerQuestion");
        };
    UUID centre =
        switch (operation) {
          case "supplementNotification", "succeedNotification", "withdrawNotification" ->
              responsible;
          default -> notifying.centre;
        };
    return asking(operation, Asking.by(caller, ofTheInstitution ? notifying.institution : centre));
  }

  private Login somebody(String column) {
    return switch (column) {
      case "sender" -> Directory.person(notifying.institution, Role.PHYSICIAN);
      case "colleague" -> Directory.person(notifying.institution, Role.CLERK);
      case "institution" -> Directory.person(Directory.institution("131016"), Role.PHYSICIAN);
      case "receiving" -> staffOf(notifying.centre);
      case "responsible" -> staffOf(responsible);
      case "writes" -> staffOf(writes);
      case "reads" -> staffOf(reads);
      case "requested" -> staffOf(requested);
      case "over" -> staffOf(over);
      case "above" -> Directory.person(above, Role.LOCAL_GOVERNMENT_STAFF);
      case "stranger" -> staffOf(Directory.healthCentre());
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static Login staffOf(UUID centre) {
    return Directory.person(centre, Role.HEALTH_CENTRE_STAFF);
  }

  private Asking asking(String operation, Asking asking) {
    Asking ofIt = asking.of("id", id);
    return switch (operation) {
      case "submitNotification" -> asking.sending(Notifying.json(Notifying.confirmed())).again();
      case "validateForm" -> asking.sending(Notifying.json(Notifying.confirmed()));
      case "listNotifications" -> asking.with("state", "RETURNED").lookingFor(id);
      case "searchNotifications" -> asking.sending("{\"name\": \"架空 太郎\"}").lookingFor(id);
      case "supplementNotification" ->
          ofIt.matching(ETags.strong(id, 1)).sending("{\"freeText\": \"追記\"}");
      case "setFindingAside" ->
          ofIt.matching(ETags.strong(id, 1))
              .sending("{\"pointer\": \"/onsetDate\", \"code\": \"ONSET_LONG_BEFORE_DIAGNOSIS\"}");
      case "succeedNotification" -> ofIt.sending(Notifying.json(Notifying.confirmed()));
      case "withdrawNotification" -> ofIt.matching(ETags.strong(id, 1));
      case "confirmNotification" -> ofIt.matching(Handling.sheet(receiving, id).header("ETag"));
      case "askQuestions" -> ofIt.again();
      case "answerQuestion", "withdrawQuestion" -> ofIt.of("questionId", question);
      case "readRevision" -> ofIt.of("revision", 1);
      default -> ofIt;
    };
  }
}
