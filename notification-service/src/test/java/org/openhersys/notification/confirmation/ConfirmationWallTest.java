package org.openhersys.notification.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.submission.RawSql.inScope;
import static org.openhersys.notification.submission.RawSql.refusal;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Custody;
import org.openhersys.notification.submission.Handling;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** What the service's database role may do with confirmations, without any where-clause. */
@QuarkusTest
class ConfirmationWallTest {
  private static final String NO = "42501";
  private static final String CONFIRM =
      "update notification.confirmation set state = 'CONFIRMED', version = version + 1";
  private static final String WITHDRAW =
      "update notification.confirmation set state = 'WITHDRAWN', version = version + 1";
  private static final String REASON =
      """
      insert into notification.withdrawal (notification_id, reason, recorded_at, organisation_id, principal_id)
      values (?, '架空の理由', now(), ?, ?)
      """;
  private static final String SETTLE =
      "update notification.question set state = '%s', answer = %s, settled_at = now(), settled_organisation_id = ?, settled_by = ?";

  private final Notifying notifying = new Notifying();
  private final Login receiver = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login sender = Directory.person(notifying.institution, Role.PHYSICIAN);
  private final Login related =
      Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
  private UUID id;

  @BeforeEach
  void aReturnedNotificationThatAnotherCentreSees() {
    id = notifying.submitted();
    Handling.asked(receiver, id, 1);
    Custody.give(RawSql.courseOf(id), related.organisation(), "WRITE");
  }

  @Test
  void onlyTheReceivingCentreConfirms() {
    assertEquals(NO, refusal(sender, h -> h.execute(CONFIRM)));
    assertEquals(NO, refusal(related, h -> h.execute(CONFIRM)));
    assertEquals(1, changedBy(receiver, h -> h.execute(CONFIRM)));
  }

  @Test
  void onlyTheReceivingCentreIsKeptAsWhoConfirmed() {
    assertEquals(NO, refusal(sender, h -> enter(h, sender, sender.principal())));
    assertEquals(NO, refusal(related, h -> enter(h, related, related.principal())));
    assertEquals(NO, refusal(receiver, h -> enter(h, receiver, Uuids.next())));
    assertEquals(1, changedBy(receiver, h -> enter(h, receiver, receiver.principal())));
  }

  @Test
  void theSenderAnswersAndTheReceivingCentreWithdraws() {
    assertEquals(NO, refusal(receiver, h -> settle(h, receiver, "ANSWERED", "'架空の回答'")));
    assertEquals(NO, refusal(sender, h -> settle(h, sender, "WITHDRAWN", "null")));
    assertEquals(0, changedBy(related, h -> settle(h, related, "WITHDRAWN", "null")));
    assertEquals(1, changedBy(sender, h -> settle(h, sender, "ANSWERED", "'架空の回答'")));
    assertEquals(0, changedBy(receiver, h -> settle(h, receiver, "WITHDRAWN", "null")));
  }

  @Test
  void whoOnlyConfirmsNeitherWithdrawsNorSaysThatItWasWithdrawn() {
    Custody.handOver(RawSql.courseOf(id), Directory.healthCentre());

    assertEquals(NO, refusal(receiver, h -> h.execute(WITHDRAW)));
    assertEquals(NO, refusal(receiver, h -> enter(h, receiver, "WITHDRAW", "WITHDRAWN")));
    assertEquals(NO, refusal(receiver, h -> enter(h, receiver, "CONFIRM", "WITHDRAWN")));
    assertEquals(NO, refusal(receiver, h -> giveReason(h, receiver)));
  }

  @Test
  void aWithdrawalIsStateAndReasonTogetherAndFinal() {
    for (Login who : List.of(sender, receiver, related)) {
      assertEquals(NO, refusal(who, h -> giveReason(h, who)), "not withdrawn");
      assertEquals(
          NO,
          refusal(
              who,
              h -> {
                h.execute(WITHDRAW);
                return h.execute("set constraints all immediate");
              }),
          "no reason");
    }
    inScope(sender, h -> h.execute(WITHDRAW) + giveReason(h, sender));
    for (Login who : List.of(sender, receiver, related)) {
      for (String state : List.of("TO_BE_CONFIRMED", "RETURNED", "CONFIRMED")) {
        assertEquals(
            NO,
            refusal(
                who,
                h -> h.execute("update notification.confirmation set state = '" + state + "'")),
            state);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update notification.confirmation set receiving_organisation_id = sender_organisation_id",
        "delete from notification.confirmation",
        "update notification.confirmation_entry set state = 'CONFIRMED'",
        "delete from notification.confirmation_entry",
        "update notification.question set text = '別の質問'",
        "delete from notification.question",
        "select patient_name from tracking.case_file"
      })
  void whatWasDoneStaysAsItWasDone(String statement) {
    assertEquals(NO, refusal(receiver, h -> h.execute(statement)));
  }

  private static int changedBy(Login who, Function<Handle, Integer> work) {
    return inScope(who, work);
  }

  private int enter(Handle handle, Login who, UUID principal) {
    return enter(handle, who, principal, "CONFIRM", "CONFIRMED");
  }

  private int enter(Handle handle, Login who, String deed, String state) {
    return enter(handle, who, who.principal(), deed, state);
  }

  private int enter(Handle handle, Login who, UUID principal, String deed, String state) {
    return handle.execute(
        """
        insert into notification.confirmation_entry
          (notification_id, version, deed, state, revision, recorded_at, organisation_id, principal_id)
        values (?, 9, ?, ?, 1, now(), ?, ?)
        """,
        id,
        deed,
        state,
        who.organisation(),
        principal);
  }

  private int giveReason(Handle handle, Login who) {
    return handle.execute(REASON, id, who.organisation(), who.principal());
  }

  private static int settle(Handle handle, Login who, String state, String answer) {
    return handle.execute(SETTLE.formatted(state, answer), who.organisation(), who.principal());
  }
}
