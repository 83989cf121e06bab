package org.openhersys.notification.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.draft.Drafting.discard;
import static org.openhersys.notification.draft.Drafting.typed;
import static org.openhersys.notification.submission.RawSql.ids;
import static org.openhersys.notification.submission.RawSql.inScope;
import static org.openhersys.notification.submission.RawSql.refusal;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Notifying;

/** What the service's database role sees and writes of drafts, whatever the code asks for. */
@QuarkusTest
class DraftWallTest {
  private final Notifying notifying = new Notifying();
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK);
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);
  private final Login centre = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);

  @Test
  void nobodyOutsideSeesADraft() {
    UUID id = typed(clerk);

    assertEquals(Set.of(id), inScope(physician, h -> ids(h, "select id from notification.draft")));
    assertEquals(Set.of(), inScope(centre, h -> ids(h, "select id from notification.draft")));
    assertEquals(
        Set.of(), inScope(centre, h -> ids(h, "select draft_id from notification.draft_revision")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update notification.draft_revision set document = '{}'",
        "delete from notification.draft_revision",
        "delete from notification.draft",
        "update notification.draft set created_by = created_by",
        "update notification.draft set organisation_id = organisation_id"
      })
  void whatWasTypedStays(String statement) {
    assertEquals("42501", refusal(clerk, h -> h.execute(statement)));
  }

  @Test
  void nobodyTypesInSomebodyElsesName() {
    UUID id = typed(clerk);

    assertEquals(
        "42501",
        refusal(
            physician,
            h ->
                h.execute(
                    "insert into notification.draft_revision values (?, 2, now(), ?, null, '{}')",
                    id,
                    clerk.principal())));
  }

  @Test
  void aClerkReportsNothing() {
    UUID id = typed(clerk);
    UUID notification = notifying.submitted();

    assertEquals(
        "42501",
        refusal(
            clerk,
            h ->
                h.execute(
                    "update notification.draft set state = 'REPORTED', notification_id = ?, settled_at = now(), settled_by = ? where id = ?",
                    notification,
                    clerk.principal(),
                    id)));
  }

  @Test
  void whatIsSettledStays() {
    UUID id = typed(clerk);
    discard(clerk, id, 1).then().statusCode(204);

    int changed =
        inScope(
            clerk,
            h ->
                h.execute(
                    "update notification.draft set state = 'OPEN', settled_at = null, settled_by = null"));

    assertEquals(0, changed);
    assertEquals(
        "42501",
        refusal(
            clerk,
            h ->
                h.execute(
                    "insert into notification.draft_revision values (?, 2, now(), ?, null, '{}')",
                    id,
                    clerk.principal())));
  }
}
