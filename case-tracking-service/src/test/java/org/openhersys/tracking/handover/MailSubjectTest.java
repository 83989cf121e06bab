package org.openhersys.tracking.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.tracking.CaseTracking.accepted;
import static org.openhersys.tracking.CaseTracking.caseAt;
import static org.openhersys.tracking.CaseTracking.requested;
import static org.openhersys.tracking.CaseTracking.staffOf;
import static org.openhersys.tracking.Handing.REASON;
import static org.openhersys.tracking.Handing.assigned;
import static org.openhersys.tracking.Handing.governmentAbove;
import static org.openhersys.tracking.Handing.right;
import static org.openhersys.tracking.Handing.shared;
import static org.openhersys.tracking.Handing.turned;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;

/**
 * What a mail says its id is the id of, that it is: of a handover with the kinds {@code
 * HANDOVER_…}, of a case with {@code CASE_…}, as the contract has it.
 */
@QuarkusTest
class MailSubjectTest {
  @Inject ExpiringAndReminding time;

  private final Login giver = staffOf(Directory.healthCentre());
  private final Login taker = staffOf(Directory.healthCentre());
  private final Login third = staffOf(Directory.healthCentre());
  private final Login government =
      governmentAbove(giver.organisation(), taker.organisation(), third.organisation());

  @Test
  void everyKindOfMailIsAboutWhatItsKindSays() {
    UUID caseId = caseAt(giver.organisation());
    shared(giver, caseId, third.organisation(), right("READ")).statusCode(200);
    turned(giver, asked(caseId), "cancellation", "{}").statusCode(200);
    timeOver(asked(caseId));
    UUID returned = asked(caseId);
    accepted(returned, taker);
    turned(taker, returned, "return", REASON).statusCode(200);
    UUID declined = asked(caseId);
    turned(taker, declined, "declination", REASON).statusCode(200);
    assigned(government, declined, third.organisation()).statusCode(200);

    assertEquals(
        Set.of(
            "HANDOVER_REQUESTED HANDOVER",
            "HANDOVER_REMINDER HANDOVER",
            "HANDOVER_ACCEPTED HANDOVER",
            "HANDOVER_DECLINED HANDOVER",
            "HANDOVER_CANCELLED HANDOVER",
            "HANDOVER_EXPIRED HANDOVER",
            "HANDOVER_RETURNED HANDOVER",
            "CASE_ASSIGNED CASE",
            "CASE_REASSIGNED CASE",
            "CASE_SHARED CASE"),
        Set.copyOf(kindsWithTheirSubjects()));
  }

  private UUID asked(UUID caseId) {
    return requested(caseId, giver, taker.organisation());
  }

  // It is reminded of, then it expires.
  private void timeOver(UUID handover) {
    set(handover, "remind_at");
    time.look();
    set(handover, "expires_at");
    time.look();
  }

  private static void set(UUID handover, String column) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.handover set "
                        + column
                        + " = now() - interval '1 second' where id = ?",
                    handover));
  }

  private List<String> kindsWithTheirSubjects() {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select distinct m.kind || case when c.id is not null then ' CASE' else '' end || case when h.id is not null then ' HANDOVER' else '' end
                        from notification.mail m
                        left join tracking.case_file c on c.id = m.subject_id
                        left join tracking.handover h on h.id = m.subject_id
                        where m.recipient_organisation_id in (:giver, :taker, :third) and m.kind not like 'NOTIFICATION%'
                        """)
                    .bind("giver", giver.organisation())
                    .bind("taker", taker.organisation())
                    .bind("third", third.organisation())
                    .mapTo(String.class)
                    .list());
  }
}
