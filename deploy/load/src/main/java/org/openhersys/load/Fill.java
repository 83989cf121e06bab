package org.openhersys.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.openhersys.local.journey.Request;

/**
 * Fills the database with cases as they would be after years: each is a copy of one real case, made
 * within the database, with ids, people, times and centres of its own. Every fiftieth is at the
 * centre that the lists are read of. Columns are read from the catalogue, so that a new one is
 * filled as the model has it.
 *
 * <p>Not copied, because they are forgotten or read once: events, idempotency keys and mails.
 */
final class Fill {
  private static final int STEP = 50_000;
  private static final int CENTRES = 50;

  /** Milliseconds since 1970 of the first; each next one is a second later. */
  private static final String BEGIN = "1577836800000";

  /** Table, and of which row of it is copied, to the columns that are each case's own. */
  private static final Map<String, Map<String, String>> TABLES = new LinkedHashMap<>();

  static {
    String centre = "case when g %% %d = 0 then t.%s else %s end";
    String receiving = centre.formatted(CENTRES, "receiving_organisation_id", other());
    String anybody = centre.formatted(CENTRES, "organisation_id", other());
    String at = "to_timestamp((%s + g * 1000) / 1000.0)".formatted(BEGIN);
    String name = "'架空 ' || translate(g::text, '0123456789', '一二三四五六七八九十')";
    String kana = "'カクウ ' || translate(g::text, '0123456789', 'アイウエオカキクケコ')";
    String birth = "date '1930-01-01' + (g % 30000)::int";
    String entry = "regexp_replace(lpad(g::text, 12, '0'), '(....)(....)(....)', '\\1-\\2-\\3')";
    TABLES.put(
        "notification.course",
        Map.of(
            "id", id("course"),
            "smartphone_entry_id", entry,
            "receiving_organisation_id", receiving,
            "opened_at", at));
    TABLES.put(
        "notification.notification",
        Map.of(
            "id",
            id("notification"),
            "course_id",
            id("course"),
            "receiving_organisation_id",
            receiving,
            "submitted_at",
            at));
    TABLES.put(
        "notification.revision",
        Map.of(
            "notification_id", id("notification"),
            "recorded_at", at,
            "patient_name", name,
            "patient_name_kana", kana,
            "birth_date", birth));
    TABLES.put(
        "notification.confirmation",
        Map.of(
            "notification_id",
            id("notification"),
            "course_id",
            id("course"),
            "receiving_organisation_id",
            receiving,
            "submitted_at",
            at));
    TABLES.put(
        "audit.access_log",
        Map.of(
            "id",
            id("access"),
            "subjects",
            "array[%s, %s]".formatted(id("notification"), id("course"))));
    TABLES.put(
        "tracking.case_file",
        Map.of(
            "id", id("case"),
            "case_number", "'F-' || g",
            "course_id", id("course"),
            "smartphone_entry_id", entry,
            "patient_name", name,
            "patient_name_kana", kana,
            "birth_date", birth,
            "receiving_organisation_id", receiving,
            "responsible_organisation_id",
                centre.formatted(CENTRES, "responsible_organisation_id", other()),
            "submitted_at", at));
    TABLES.put(
        "tracking.applied_notification",
        Map.of("notification_id", id("notification"), "case_id", id("case")));
    TABLES.put("tracking.status_entry", Map.of("case_id", id("case"), "recorded_at", at));
    TABLES.put(
        "tracking.custody_entry",
        Map.of(
            "case_id",
            id("case"),
            "course_id",
            id("course"),
            "organisation_id",
            anybody,
            "submitted_at",
            at));
    TABLES.put(
        "tracking.custody_ground", Map.of("case_id", id("case"), "organisation_id", anybody));
    TABLES.put(
        "tracking.custody_history", Map.of("case_id", id("case"), "organisation_id", anybody));
    TABLES.put("tracking.change", Map.of("case_id", id("case"), "organisation_id", anybody));
  }

  private final Stage stage;

  Fill(Stage stage) {
    this.stage = stage;
  }

  /**
   * The search by name in kana and birth date for one of these people who is at the centre of the
   * staff.
   *
   * @param any of whom, at random: each of the first so many cases as likely
   */
  static Request search(int any) {
    int number = CENTRES * (1 + any / CENTRES);
    StringBuilder kana = new StringBuilder("カクウ ");
    Integer.toString(number)
        .chars()
        .forEach(digit -> kana.append("アイウエオカキクケコ".charAt(digit - '0')));
    return Request.postJson(
        "/api/v1/notifications/search",
        Map.of(
            "nameKana",
            kana.toString(),
            "birthDate",
            LocalDate.of(1930, 1, 1).plusDays(number % 30_000).toString()));
  }

  /** Bytes on disk that the tables of cases take, with their indexes. */
  long bytes() {
    StringJoiner sum = new StringJoiner(" + ", "select ", "");
    TABLES.keySet().forEach(table -> sum.add("pg_total_relation_size('" + table + "')"));
    return Long.parseLong(stage.value(sum.toString()));
  }

  /** Makes the cases from that number to that. */
  void cases(long from, long to) {
    try (Connection connection = stage.database();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      List<String> model = List.of(model(statement));
      for (long begin = from; begin <= to; begin += STEP) {
        for (String table : TABLES.keySet()) {
          statement.execute(
              insert(statement, table, model.get(0), begin, Math.min(to, begin + STEP - 1)));
        }
      }
      statement.execute("vacuum analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A course that became a case, to copy. */
  private static String model(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select f.course_id from tracking.case_file f order by submitted_at limit 1")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String insert(Statement statement, String table, String course, long from, long to)
      throws SQLException {
    Map<String, String> own = TABLES.getOrDefault(table, Map.of());
    StringJoiner columns = new StringJoiner(", ");
    StringJoiner values = new StringJoiner(", ");
    try (ResultSet row =
        statement.executeQuery(
            """
            select attname from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
              and not (attname = 'xid' or attname = 'sequence')
            """
                .formatted(table))) {
      while (row.next()) {
        String column = row.getString(1);
        columns.add(column);
        values.add(own.getOrDefault(column, "t." + column));
      }
    }
    // A smartphone entry id that a real case got by chance is left to it: one in ten runs.
    return "insert into %s (%s) select %s from (%s) t, generate_series(%d::bigint, %d) g on conflict do nothing"
        .formatted(table, columns, values, row(table, course), from, to);
  }

  /** The rows that are copied: one, or, of the grounds of sight and their history, one each. */
  private static String row(String table, String course) {
    String ofCase = "case_id = (select id from tracking.case_file where course_id = '%1$s')";
    String of =
        switch (table) {
          case "notification.course" -> "id = '%1$s'";
          case "notification.revision" ->
              "notification_id = (select id from notification.notification where course_id = '%1$s' limit 1) limit 1";
          case "audit.access_log" -> "operation = 'notification.submit' limit 1";
          case "notification.notification",
              "notification.confirmation",
              "tracking.case_file",
              "tracking.custody_entry" ->
              "course_id = '%1$s' limit 1";
          case "tracking.custody_ground", "tracking.custody_history" -> ofCase;
          default -> ofCase + " limit 1";
        };
    return ("select * from " + table + " where " + of).formatted(course);
  }

  /** An id in the order of time, as the services make them (UUID version 7). */
  private static String id(String kind) {
    return "(lpad(to_hex(%2$s + g * 1000), 12, '0') || '7' || substr(md5('%1$s' || g), 1, 3) || '8' || substr(md5('%1$s' || g), 4, 15))::uuid"
        .formatted(kind, BEGIN);
  }

  private static String other() {
    return "md5('centre' || g % " + CENTRES + ")::uuid";
  }
}
