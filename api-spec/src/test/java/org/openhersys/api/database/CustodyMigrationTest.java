package org.openhersys.api.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Cases that were handed over before custody had grounds keep what everybody may see of them. */
class CustodyMigrationTest {
  private static final String BEFORE_GROUNDS = "20261124020000";
  private static final String OF_THAT_TIME = "of_that_time";

  private final UUID caseId = UUID.randomUUID();
  private final UUID course = UUID.randomUUID();
  private final UUID receiving = new UUID(0, 1);
  private final UUID former = new UUID(0, 2);
  private final UUID responsible = new UUID(0, 3);
  private final UUID departed = new UUID(0, 4);
  private static EmbeddedPostgres postgres;
  private DataSource database;
  private Jdbi owner;

  @BeforeAll
  static void aDatabaseOfThatTime() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().start();
    execute("create database " + OF_THAT_TIME);
    DataSource database = postgres.getDatabase("postgres", OF_THAT_TIME);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(roles());
    }
    migrate(database, BEFORE_GROUNDS);
  }

  @BeforeEach
  void aCaseThatWasHandedOverThreeTimes(TestInfo test) throws SQLException {
    String copy = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    execute("create database " + copy + " template " + OF_THAT_TIME);
    database = postgres.getDatabase("postgres", copy);
    owner = Jdbi.create(database).installPlugin(new PostgresPlugin());
    owner.useTransaction(
        h -> {
          h.execute(
              """
              insert into tracking.case_file
                (id, case_number, course_id, smartphone_entry_id, disease, diagnosis_category, patient_name, sex, birth_date,
                 receiving_organisation_id, responsible_organisation_id, submitted_at, changed_at)
              values (?, 'P1', ?, '0000-0000-0000', 'COVID_19', 'CONFIRMED', '架空 太郎', 'MALE', date '1961-04-05', ?, ?, now() - interval '9 days', now())
              """,
              caseId,
              course,
              receiving,
              responsible);
          custody(h, receiving, "READ", null, false);
          custody(h, departed, "READ", "-1 days", true);
          custody(h, former, "READ", "20 days", false);
          custody(h, responsible, "WRITE", null, false);
          accepted(h, receiving, departed, "8 days");
          accepted(h, departed, former, "7 days");
          accepted(h, former, responsible, "6 days");
        });
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void theyHaveTheGroundsAndTheHistoryThatLedThere() {
    migrated("latest");

    assertEquals(
        List.of("1 RECEIVING READ", "2 FORMER READ", "3 RESPONSIBLE WRITE"),
        texts(
            "select right(organisation_id::text, 1) || ' ' || ground || ' ' || custody_right from tracking.custody_ground order by 1"));
    assertEquals(
        List.of("1 READ", "2 READ", "3 WRITE"),
        texts(
            "select right(organisation_id::text, 1) || ' ' || custody_right from tracking.custody_entry order by 1"));
    assertEquals(
        List.of("3"),
        texts("select right(unnest(writing_organisation_ids)::text, 1) from tracking.case_file"));
    assertEquals(
        List.of(
            "OPENED 1 RECEIVING READ",
            "OPENED 1 RESPONSIBLE WRITE",
            "HANDED_OVER 1 RESPONSIBLE ended",
            "HANDED_OVER 4 RESPONSIBLE WRITE",
            "HANDED_OVER 4 RESPONSIBLE ended",
            "HANDED_OVER 2 RESPONSIBLE WRITE",
            "HANDED_OVER 2 RESPONSIBLE ended",
            "HANDED_OVER 3 RESPONSIBLE WRITE",
            "HANDED_OVER 2 FORMER READ"),
        texts(
            """
            select act || ' ' || right(organisation_id::text, 1) || ' ' || ground || ' ' || coalesce(custody_right, 'ended')
            from tracking.custody_history order by sequence
            """));
    assertEquals(
        List.of("REQUESTED ACCEPTED", "REQUESTED ACCEPTED", "REQUESTED ACCEPTED"),
        texts(
            "select string_agg(state, ' ' order by version) from tracking.handover_turn group by handover_id"));
  }

  @Test
  void timeGoesOnForThem() {
    migrated("latest");
    owner.useHandle(
        h -> {
          h.execute("update tracking.custody_ground set until = now() where until is not null");
          h.select("select tracking.announce_departures(10)").mapTo(Integer.class).one();
        });

    assertEquals(
        List.of("1 UPSERT", "2 LEFT", "3 UPSERT"),
        texts(
            "select right(organisation_id::text, 1) || ' ' || kind from tracking.change order by 1"));
  }

  private void custody(Handle h, UUID organisation, String right, String until, boolean over) {
    h.execute(
        """
        insert into tracking.custody_entry (case_id, organisation_id, course_id, custody_right, until, departed, submitted_at)
        values (?, ?, ?, ?, now() + ?::interval, ?, now() - interval '9 days')
        """,
        caseId,
        organisation,
        course,
        right,
        until,
        over);
  }

  private void accepted(Handle h, UUID from, UUID to, String ago) {
    h.execute(
        """
        insert into tracking.handover
          (id, case_id, from_organisation_id, to_organisation_id, reason, state, version, requested_at, requested_by, decided_at, decided_by)
        values (gen_random_uuid(), ?, ?, ?, '架空', 'ACCEPTED', 2, now() - ?::interval, gen_random_uuid(), now() - ?::interval, gen_random_uuid())
        """,
        caseId,
        from,
        to,
        ago,
        ago);
  }

  private List<String> texts(String sql) {
    return owner.withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void migrated(String target) {
    migrate(database, target);
  }

  private static void migrate(DataSource database, String target) {
    Flyway.configure()
        .dataSource(database)
        .initSql("set role hersys_owner")
        .locations("classpath:db/migration")
        .defaultSchema("migration")
        .table("history")
        .placeholderReplacement(false)
        .target(target)
        .load()
        .migrate();
  }

  private static String roles() {
    try (InputStream in = CustodyMigrationTest.class.getResourceAsStream("/postgres/roles.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
