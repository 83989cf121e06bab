package org.openhersys.notification.submission;

import static java.util.Map.entry;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.hostile.Attacked;
import org.openhersys.api.testing.hostile.HostileInputTest;
import org.openhersys.api.testing.hostile.Situation;
import org.openhersys.notification.batch.Batching;
import org.openhersys.notification.dailycount.DailyCountSituations;
import org.openhersys.notification.draft.Drafting;
import org.openhersys.notification.fax.Faxing;
import org.openhersys.notification.quality.QualitySituations;

@QuarkusTest
class HostileNotificationTest extends HostileInputTest {

  @Override
  protected Attacked attacked() {
    return new Table();
  }

  /** How to get to the operations that are not reached by themselves. */
  private static final class Table implements Attacked {

    @Override
    public String contract() {
      return "notification";
    }

    @Override
    public Map<String, Supplier<Situation>> situations() {
      Map<String, Supplier<Situation>> all = new HashMap<>(QualitySituations.all());
      all.putAll(DailyCountSituations.table());
      all.putAll(ofNotifications());
      return all;
    }

    private static Map<String, Supplier<Situation>> ofNotifications() {
      return Map.ofEntries(
          entry("submitNotification", () -> physician().sending(json(confirmed()))),
          entry("succeedNotification", () -> toConfirm().sending(json(confirmed()))),
          entry("withdrawNotification", Table::toConfirm),
          entry("listNotifications", Table::twoNotifications),
          entry("confirmNotification", Table::toConfirm),
          entry("askQuestions", Table::toConfirm),
          entry("answerQuestion", () -> question(Role.CLERK)),
          entry("withdrawQuestion", () -> question(Role.HEALTH_CENTRE_STAFF)),
          entry("listRevisions", Table::twoRevisions),
          entry("readRevision", () -> twoRevisions().with("revision", 1)),
          entry("setFindingAside", Table::aWarning),
          entry("listMails", Table::mails),
          entry("retryMail", Table::mails),
          entry("listDrafts", Table::twoDrafts),
          entry("listDraftRevisions", Table::twoDrafts),
          entry("reportDraft", Table::twoDrafts),
          entry("submitBatch", () -> physician().sending(json(confirmed()))),
          entry("listBatches", Table::twoBatches),
          entry("/api/v1/notification-batches/{id}", Table::aBatch),
          entry("cancelBatch", Table::aBatch),
          entry("listBatchRows", Table::twoRows),
          entry("listFaxes", Table::twoFaxes),
          entry("reopenFax", Table::aClosedFax));
    }

    private static Situation physician() {
      return Situation.of(Directory.person(new Notifying().institution, Role.PHYSICIAN));
    }

    private static Situation twoNotifications() {
      Notifying notifying = new Notifying();
      notifying.submitted();
      notifying.submitted();
      return Situation.of(Directory.person(notifying.institution, Role.CLERK));
    }

    /** Two drafts, the first of them in one revision more. */
    private static Situation twoDrafts() {
      Login physician = Directory.person(new Notifying().institution, Role.PHYSICIAN);
      UUID id = Drafting.typed(physician);
      Drafting.typed(physician);
      Drafting.change(physician, id, 1, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);
      return Situation.of(physician).with("id", id);
    }

    private static Situation aBatch() {
      Login physician = Directory.person(new Notifying().institution, Role.PHYSICIAN);
      return Situation.of(physician).with("id", Batching.waiting(physician));
    }

    private static Situation twoBatches() {
      Login physician = Directory.person(new Notifying().institution, Role.PHYSICIAN);
      Batching.waiting(physician);
      return Situation.of(physician).with("id", Batching.waiting(physician));
    }

    private static Situation twoRows() {
      Login physician = Directory.person(new Notifying().institution, Role.PHYSICIAN);
      return Situation.of(physician).with("id", Batching.processed(physician));
    }

    private static Situation twoFaxes() {
      Login staff = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
      Faxing.registered(staff, Map.of());
      return Situation.of(staff).with("id", Faxing.registered(staff, Map.of()));
    }

    private static Situation aClosedFax() {
      Login staff = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
      UUID id = Faxing.registered(staff, Map.of());
      Faxing.close(staff, id, "{\"reason\": \"BLANK\"}").then().statusCode(200);
      return Situation.of(staff).with("id", id);
    }

    private static Situation toConfirm() {
      Notifying notifying = new Notifying();
      return Situation.of(Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF))
          .with("id", notifying.submitted());
    }

    private static Situation aWarning() {
      Notifying notifying = new Notifying();
      return Situation.of(Directory.person(notifying.institution, Role.CLERK))
          .with("id", notifying.submittedWithWarning());
    }

    /** Asked by the centre; for the centre, or for its sender. */
    private static Situation question(Role role) {
      Notifying notifying = new Notifying();
      UUID id = notifying.submitted();
      Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
      UUID asked = Handling.asked(staff, id, 1).get(0);
      Login caller =
          role == Role.CLERK ? Directory.person(notifying.institution, Role.CLERK) : staff;
      return Situation.of(caller).with("id", id).with("questionId", asked);
    }

    private static Situation twoRevisions() {
      Notifying notifying = new Notifying();
      UUID id = notifying.submitted();
      Login clerk = Directory.person(notifying.institution, Role.CLERK);
      Handling.patch(clerk, id, "{\"freeText\": \"架空の追記\"}").then().statusCode(200);
      return Situation.of(clerk).with("id", id);
    }

    /** Two mails that are parked. */
    private static Situation mails() {
      Login manager = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_MANAGER);
      UUID mail = parkedMail(manager.organisation());
      parkedMail(manager.organisation());
      return Situation.of(manager).with("id", mail);
    }

    private static UUID parkedMail(UUID recipient) {
      return HersysDatabase.owner()
          .inTransaction(
              h -> {
                UUID subject = Uuids.next();
                h.select(
                        "select notification.post_mail('HANDOVER_REQUESTED', ?, ?, '', null)",
                        recipient,
                        subject)
                    .map((row, context) -> true)
                    .one();
                return h.select(
                        "update notification.mail set state = 'PARKED', failure = 'NO_ADDRESS' where subject_id = ? returning id",
                        subject)
                    .mapTo(UUID.class)
                    .one();
              });
    }
  }
}
