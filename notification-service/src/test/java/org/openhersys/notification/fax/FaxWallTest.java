package org.openhersys.notification.fax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.notification.fax.Faxing.registered;
import static org.openhersys.notification.submission.RawSql.ids;
import static org.openhersys.notification.submission.RawSql.inScope;
import static org.openhersys.notification.submission.RawSql.refusal;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.submission.Notifying;
import org.openhersys.notification.submission.RawSql;

/** What the service's database role sees and writes of faxes, whatever the code asks for. */
@QuarkusTest
class FaxWallTest {
  private final Notifying notifying = new Notifying();
  private final Login staff = Directory.person(notifying.centre, Role.HEALTH_CENTRE_STAFF);
  private final Login physician = Directory.person(notifying.institution, Role.PHYSICIAN);

  @Test
  void onlyTheCentreThatReceivedItSeesAFax() {
    UUID id = registered(staff, Map.of("institutionId", notifying.institution));
    Login stranger = Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);

    for (String table :
        Set.of("select id from notification.fax", "select fax_id from notification.fax_original")) {
      assertEquals(Set.of(id), inScope(staff, h -> ids(h, table)));
      assertEquals(Set.of(), inScope(stranger, h -> ids(h, table)));
      assertEquals(Set.of(), inScope(physician, h -> ids(h, table)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update notification.fax_original set content = ''",
        "delete from notification.fax_original",
        "delete from notification.fax",
        "insert into notification.fax_settlement select * from notification.fax_settlement",
        "update notification.fax set original_forgotten_at = now()",
        "update notification.fax set received_on = received_on",
        "update notification.fax set organisation_id = organisation_id"
      })
  void whatWasReceivedStays(String statement) {
    assertEquals("42501", refusal(staff, h -> h.execute(statement)));
  }

  @Test
  void nobodyClaimsInSomebodyElsesName() {
    registered(staff, Map.of());

    assertEquals(
        "42501",
        refusal(
            staff,
            h ->
                h.execute(
                    "update notification.fax set claimed_by = ?, claimed_until = now()",
                    Uuids.next())));
  }

  @Test
  void aPhysicianRegistersNoFax() {
    assertEquals(
        "42501",
        refusal(
            physician,
            h ->
                h.execute(
                    """
                    insert into notification.fax (id, organisation_id, received_on, media_type, bytes, digest, registered_at, registered_by)
                    values (?, ?, now(), 'image/png', 1, sha256(''), now(), ?)
                    """,
                    Uuids.next(),
                    notifying.institution,
                    physician.principal())));
  }

  @Test
  void noCentreNotifiesInAnInstitutionsNameWithoutItsFax() {
    registered(staff, Map.of("institutionId", notifying.institution));
    UUID other = Directory.institution("131016");

    assertEquals("42501", refusal(staff, h -> open(h, notifying.institution)));
    assertEquals(
        "42501",
        refusal(
            staff,
            h -> {
              settle(h, Uuids.next(), other);
              return 0;
            }));
    assertEquals(
        "42501",
        refusal(
            staff,
            h -> {
              settle(h, Uuids.next(), notifying.institution);
              return open(h, other);
            }));
  }

  @Test
  void aFaxSupplementsWhatItsCentreSeesAndNothingElse() {
    UUID fax = registered(staff, Map.of());
    UUID own = notifying.submitted();
    UUID foreign = new Notifying().submitted();

    assertEquals("42501", refusal(staff, h -> supplement(h, fax, foreign)));
    assertEquals("42501", refusal(staff, h -> supplement(h, fax, Uuids.next())));
    assertEquals(1, RawSql.<Integer>inScope(staff, h -> supplement(h, fax, own)));
  }

  private int supplement(Handle handle, UUID fax, UUID notification) {
    return handle.execute(
        """
        update notification.fax
        set state = 'CLOSED', closing_reason = 'SUPPLEMENT', supplements_id = ?, settled_at = now(), settled_by = ?
        where id = ?
        """,
        notification,
        staff.principal(),
        fax);
  }

  private void settle(Handle handle, UUID notification, UUID institution) {
    handle.execute(
        """
        update notification.fax
        set state = 'ENTERED', notification_id = ?, institution_id = ?, settled_at = now(), settled_by = ?
        where state = 'WAITING'
        """,
        notification,
        institution,
        staff.principal());
  }

  private int open(Handle handle, UUID sender) {
    return handle.execute(
        "insert into notification.course values (?, '0000-0000-0000', 'COVID_19', ?, ?, now())",
        Uuids.next(),
        sender,
        notifying.centre);
  }
}
