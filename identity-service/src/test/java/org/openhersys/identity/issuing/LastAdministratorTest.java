package org.openhersys.identity.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.identity.EmptyDatabase;

/** In a system of its own, where nobody else is an administrator. */
@QuarkusTest
class LastAdministratorTest {
  private static final String DATABASE = "last_administrator";

  private EmptyDatabase database;
  private Jdbi service;
  private UUID ministry;

  @BeforeEach
  void makeDatabase() throws SQLException {
    database = EmptyDatabase.named(DATABASE);
    service = database.as("hersys_identity");
    ministry = UUID.randomUUID();
    database
        .as("postgres")
        .useHandle(
            handle ->
                handle.execute(
                    "insert into identity.organisation (id, code, kind, name) values (?, 'KUNI', 'NATIONAL', '架空省')",
                    ministry));
  }

  @AfterEach
  void dropDatabase() {
    EmptyDatabase.drop(DATABASE);
  }

  @Test
  void ofTwoWhoWithdrawEachOtherOneStays() throws Exception {
    for (String state : List.of("DISABLED", "INVITED")) {
      for (int round = 0; round < 10; round++) {
        Administrator one = administrator();
        Administrator other = administrator();
        CyclicBarrier both = new CyclicBarrier(2);

        List<String> outcomes =
            atOnce(
                () -> one.withdraws(other, state, both), () -> other.withdraws(one, state, both));

        assertEquals(1, active(), outcomes::toString);
        forget();
      }
    }
  }

  @Test
  void theLastIsNotWithdrawnByOneWhoIsNoLongerActive() {
    Administrator one = administrator();
    Administrator other = administrator();
    String outcome =
        service.inTransaction(
            handle -> {
              one.enters(handle);
              disable(one.id());
              return one.withdraw(handle, other, "DISABLED");
            });

    assertEquals("LAST_ADMINISTRATOR", outcome);
  }

  private Administrator administrator() {
    Administrator made = new Administrator(UUID.randomUUID(), UUID.randomUUID(), ministry, service);
    database
        .as("postgres")
        .useTransaction(
            handle -> {
              handle.execute(
                  """
                  insert into identity.account (id, organisation_id, login_id, display_name, role, password_hash)
                  values (?, ?, ?, '見本', 'NATIONAL_ADMINISTRATOR', 'unusable')
                  """,
                  made.id(),
                  ministry,
                  "t" + made.id());
              handle.execute(
                  """
                  insert into identity.session (id, account_id, organisation_id, role, expires_at)
                  values (?, ?, ?, 'NATIONAL_ADMINISTRATOR', now() + interval '1 day')
                  """,
                  made.session(),
                  made.id(),
                  ministry);
            });
    return made;
  }

  private void disable(UUID account) {
    database
        .as("postgres")
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.account set state = 'DISABLED' where id = ?", account));
  }

  private void forget() {
    database
        .as("postgres")
        .useHandle(handle -> handle.execute("truncate identity.account cascade"));
  }

  private int active() {
    return database
        .as("postgres")
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from identity.account where state = 'ACTIVE'")
                    .mapTo(Integer.class)
                    .one());
  }

  private static List<String> atOnce(Callable<String> one, Callable<String> other)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> done = threads.invokeAll(List.of(one, other));
      return List.of(done.get(0).get(), done.get(1).get());
    } finally {
      threads.shutdown();
    }
  }

  private record Administrator(UUID id, UUID session, UUID ministry, Jdbi service) {

    String withdraws(Administrator other, String state, CyclicBarrier both) throws Exception {
      return service.inTransaction(
          handle -> {
            enters(handle);
            both.await();
            return withdraw(handle, other, state);
          });
    }

    void enters(Handle handle) {
      handle.execute("select identity.enter(?, ?, 'NATIONAL_ADMINISTRATOR')", session, ministry);
    }

    String withdraw(Handle handle, Administrator other, String state) {
      return handle
          .createQuery("select identity.withdraw_account(?, 1, ?, now())")
          .bind(0, other.id())
          .bind(1, state)
          .mapTo(String.class)
          .one();
    }
  }
}
