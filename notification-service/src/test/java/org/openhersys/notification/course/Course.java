package org.openhersys.notification.course;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.Told;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.form.TestMethod;
import org.openhersys.notification.form.TestResult;
import org.openhersys.notification.submission.Notifying;

/** A real course of care: steps go over HTTP, what came of them is read from the database. */
final class Course {
  private final Actors actors;
  private final Handle owner;
  private final List<UUID> notifications = new ArrayList<>();
  private final Map<String, String> written = new HashMap<>();
  private final UUID id;
  private int supplements;

  /**
   * Who acts.
   *
   * @param institution its record system
   * @param centre staff of the receiving centre that enter
   * @param confirmer staff of it that only confirm
   */
  record Actors(Login institution, Login centre, Login confirmer, Map<Login, String> tokens) {
    Login of(Step step) {
      return step.byCentre() ? centre : institution;
    }
  }

  Course(Actors actors, Handle owner, Step first) {
    this.actors = actors;
    this.owner = owner;
    ValidatableResponse answer =
        report(actors.institution(), Notifying.PATH, first).then().statusCode(201);
    notifications.add(Told.id(answer));
    id = UUID.fromString(Told.text(answer, "/courseId"));
  }

  /** Does the step; 200 where it was done. */
  int does(Step step) {
    if (step.kind() == Step.Kind.DAY) {
      return dayGoesBy();
    }
    UUID target = notifications.get(step.index(notifications.size()));
    String path = Notifying.PATH + "/" + target;
    Login who = actors.of(step);
    return switch (step.kind()) {
      case SUPPLEMENT -> patch(who, target, "{\"freeText\": \"追記 %d\"}".formatted(supplements++));
      case CORRECT_RESULTS -> patch(who, target, "{\"tests\": " + tests(step.results()) + "}");
      case CHANGE_CATEGORY ->
          patch(
              who,
              target,
              "{\"diagnosisCategory\": \"%s\", \"attestedBy\": \"見本 医師\"}"
                  .formatted(step.category()));
      case SUCCEED -> succeed(who, path, step);
      case WITHDRAW ->
          as(who)
              .contentType("application/json")
              .header("If-Match", tag(target))
              .body("{\"reason\": \"架空の理由\"}".getBytes(StandardCharsets.UTF_8))
              .post(path + "/withdrawal")
              .statusCode();
      default -> confirm(path + "/confirmation");
    };
  }

  /** How each notification stands, in the model's words. */
  List<String> standings() {
    return owner
        .createQuery(
            """
            select n.number, before.number as succeeds, n.revision, r.diagnosis_category, s.standing, c.state, c.version, s.ruled_out,
                   (select string_agg(key || '=' || value, ';' order by key) from jsonb_each_text(n.submission_dates)) as days
            from notification.notification n
            join notification.published_standing s on s.notification_id = n.id
            join notification.confirmation c on c.notification_id = n.id
            join notification.revision r on r.notification_id = n.id and r.revision = n.revision
            left join notification.notification before on before.id = n.succeeds_id
            where n.course_id = :course order by n.number
            """)
        .bind("course", id)
        .map(
            (row, context) ->
                "%s succeeds=%s revision=%d %s %s state=%s version=%d ruledOut=%s %s"
                    .formatted(
                        row.getInt("number"),
                        row.getObject("succeeds"),
                        row.getInt("revision"),
                        row.getString("diagnosis_category"),
                        row.getString("standing"),
                        row.getString("state"),
                        row.getInt("version"),
                        row.getBoolean("ruled_out"),
                        days(row.getString("days"))))
        .list();
  }

  /** What was written before and is gone or otherwise now, or is not written down once. */
  List<String> overwritten() {
    Map<String, String> now = new HashMap<>();
    owner
        .createQuery(
            """
            select 'revision ' || r.notification_id || ' ' || r.revision as what, md5(r::text) as digest
            from notification.revision r join notification.notification n on n.id = r.notification_id where n.course_id = :course
            union all
            select 'entry ' || e.notification_id || ' ' || e.version, md5(e::text)
            from notification.confirmation_entry e join notification.notification n on n.id = e.notification_id where n.course_id = :course
            union all
            select 'withdrawal ' || w.notification_id, md5(w::text)
            from notification.withdrawal w join notification.notification n on n.id = w.notification_id where n.course_id = :course
            """)
        .bind("course", id)
        .map((row, context) -> now.put(row.getString(1), row.getString(2)))
        .list();
    List<String> faults =
        written.entrySet().stream()
            .filter(before -> !before.getValue().equals(now.get(before.getKey())))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(ArrayList::new));
    written.putAll(now);
    return faults;
  }

  private Response report(Login who, String path, Step step) {
    SampleForm form = SampleForm.of(step.category(), Notifying.today());
    form.tests = step.results().stream().map(Course::test).toList();
    form.admission = new Admission(null, null, true);
    form.onsetDate = null;
    return as(who)
        .contentType("application/json")
        .header("Idempotency-Key", Notifying.newKey())
        .body(Notifying.json(form).getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  private int succeed(Login who, String path, Step step) {
    Response answer = report(who, path + "/successor", step);
    if (answer.statusCode() != 201) {
      return answer.statusCode();
    }
    notifications.add(Told.id(answer.then()));
    return CourseModel.DONE;
  }

  private int patch(Login who, UUID target, String patch) {
    return as(who)
        .contentType("application/merge-patch+json")
        .header("If-Match", tag(target))
        .body(patch.getBytes(StandardCharsets.UTF_8))
        .patch(Notifying.PATH + "/" + target)
        .statusCode();
  }

  private int confirm(String path) {
    String tag = as(actors.confirmer()).get(path).header("ETag");
    return as(actors.confirmer()).header("If-Match", tag).post(path).statusCode();
  }

  // What was reported today was reported yesterday then.
  private int dayGoesBy() {
    owner.execute(
        """
        update notification.notification
        set submission_dates = (select jsonb_object_agg(key, (value::date - 1)::text) from jsonb_each_text(submission_dates))
        where course_id = ?
        """,
        id);
    return CourseModel.DONE;
  }

  private String tag(UUID target) {
    int revision =
        owner
            .select("select revision from notification.notification where id = ?", target)
            .mapTo(Integer.class)
            .one();
    return "\"" + target + "-" + revision + "\"";
  }

  private RequestSpecification as(Login who) {
    return given().header("Authorization", actors.tokens().get(who));
  }

  private static Test test(String result) {
    LocalDate day = Notifying.today();
    return new Test(
        TestMethod.NUCLEIC_ACID_AMPLIFICATION,
        Specimen.SALIVA,
        null,
        day.minusDays(1),
        day,
        result.equals("-") ? null : TestResult.valueOf(result));
  }

  private static String tests(List<String> results) {
    LocalDate day = Notifying.today();
    return results.stream()
        .map(
            result ->
                """
                {"method": "NUCLEIC_ACID_AMPLIFICATION", "specimen": "SALIVA", "samplingDate": "%s", "resultDate": "%s"%s}
                """
                    .formatted(
                        day.minusDays(1),
                        day,
                        result.equals("-") ? "" : ", \"result\": \"" + result + "\""))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Map<String, String> days(String text) {
    Map<String, String> days = new TreeMap<>();
    for (String day : text.split(";", -1)) {
      String[] parts = day.split("=", 2);
      days.put(DiagnosisCategory.valueOf(parts[0]).name(), parts[1]);
    }
    return days;
  }
}
