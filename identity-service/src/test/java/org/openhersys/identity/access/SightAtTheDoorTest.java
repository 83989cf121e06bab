package org.openhersys.identity.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.People;
import org.openhersys.identity.People.Person;

/** Raw SQL at the door of an account or client, where nobody has entered yet. */
@QuarkusTest
class SightAtTheDoorTest {
  @Inject People people;

  private Person staff;

  @BeforeEach
  void logIn() {
    staff = people.staff();
    staff.logsIn().then().statusCode(201);
    people.staff().logsIn().then().statusCode(201);
  }

  @Test
  void atTheDoorOnlyTheAccountThatWasNamedIsSeen() {
    assertEquals(List.of(staff.id()), atDoorOf(staff, "select id from identity.account"));
    assertEquals(List.of(staff.id()), atDoorOf(staff, "select account_id from identity.totp"));
    assertEquals(List.of(staff.id()), atDoorOf(staff, "select account_id from identity.session"));
  }

  @Test
  void atTheDoorOfNobodyNothingIsSeen() {
    for (String table : RawSql.PERSONAL) {
      int seen =
          RawSql.asIdentity(
              handle -> {
                handle.execute("select identity.knock('mihon.nobody')");
                return RawSql.count(handle, table);
              });
      assertEquals(0, seen, table);
    }
  }

  @Test
  void theDoorIsShutAgainAfterTheTransaction() {
    int seen =
        HersysDatabase.as("hersys_identity")
            .withHandle(
                handle -> {
                  handle.useTransaction(
                      inner -> inner.execute("select identity.knock(?)", staff.loginId()));
                  return RawSql.count(handle, "identity.account");
                });

    assertEquals(0, seen);
  }

  @Test
  void aPasswordHashIsReadAtItsOwnDoorAlone() {
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf(
            "hersys_identity",
            "select identity.knock('%s'); select password_hash from identity.account"
                .formatted(staff.loginId())));
    String hash =
        RawSql.asIdentity(
            handle -> {
              handle.execute("select identity.knock(?)", staff.loginId());
              return handle.createQuery("select identity.hash_at_door()").mapTo(String.class).one();
            });
    assertTrue(hash.startsWith("$argon2id$"));
  }

  @Test
  void aClientAtTheDoorIsHeldAndNotChanged() {
    UUID client = Directory.machine(staff.organisation(), "case.read").principal();
    String knock = "select identity.knock_client('%s');".formatted(client);

    List<UUID> held =
        RawSql.asIdentity(
            handle -> {
              handle.execute(knock);
              return RawSql.ids(handle, "select id from identity.client for share");
            });

    assertEquals(List.of(client), held);
    assertEquals(
        RawSql.INSUFFICIENT_PRIVILEGE,
        RawSql.stateOf("hersys_identity", knock + "update identity.client set active = true"));
  }

  private static List<UUID> atDoorOf(Person person, String query) {
    return RawSql.asIdentity(
        handle -> {
          handle.execute("select identity.knock(?)", person.loginId());
          return RawSql.ids(handle, query);
        });
  }
}
