package org.openhersys.notification.submission;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.openhersys.api.testing.Contract;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.TestIssuer;
import org.openhersys.api.testing.Told;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.SampleForm;

/** An institution, its health centre, its record system; and what they send. */
@WithTestResource(
    value = HersysDatabase.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = {
      @ResourceArg(name = "role", value = "hersys_notification"),
      @ResourceArg(name = "worker", value = "hersys_mailer"),
      @ResourceArg(name = "batch", value = "hersys_batch")
    })
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
public final class Notifying {
  public static final String PATH = "/api/v1/notifications";
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  public final UUID centre = Directory.healthCentre(SampleForm.SAPPORO_CHUO);
  public final UUID institution = Directory.institution(SampleForm.SAPPORO_CHUO);
  public final Login ehr =
      Directory.machine(institution, "notification.write", "notification.read");

  public static LocalDate today() {
    return Japan.today(Clock.systemUTC());
  }

  /** A patient confirmed today, who is like nobody else. */
  public static SampleForm confirmed() {
    return somebody(DiagnosisCategory.CONFIRMED, today());
  }

  /** An adult who is like nobody else: of a birth date of their own. */
  public static SampleForm somebody(DiagnosisCategory category, LocalDate diagnosed) {
    LocalDate birth = diagnosed.minusYears(20).minusDays(PEOPLE.incrementAndGet());
    SampleForm form = SampleForm.of(category, diagnosed);
    form.patient =
        SampleForm.person(
            form.patient.name(),
            form.patient.nameKana(),
            form.patient.sex(),
            birth,
            Age.on(diagnosed, birth));
    return form;
  }

  public static String json(SampleForm form) {
    try {
      return JSON.writeValueAsString(form.written());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  /** A request whose answer is held against the contract. */
  public static RequestSpecification as(Login caller) {
    return given().filter(Contract.filter("notification")).header("Authorization", caller.bearer());
  }

  public static Response submit(Login caller, String key, String body) {
    return as(caller)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(PATH);
  }

  /** A notification of this institution that was accepted. */
  public UUID submitted() {
    return Told.id(submit(ehr, newKey(), json(confirmed())).then().statusCode(201));
  }

  /** One of which the onset is told to lie long before the diagnosis. */
  public UUID submittedWithWarning() {
    SampleForm form = confirmed();
    form.onsetDate = form.diagnosisDate.minusDays(31);
    return Told.id(submit(ehr, newKey(), json(form)).then().statusCode(201));
  }

  public static Response read(Login caller, Object id) {
    return as(caller).get(PATH + "/" + id);
  }

  public static long count(String table) {
    return HersysDatabase.owner()
        .withHandle(h -> h.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  public long notificationsOfInstitution() {
    return count("notification.notification where sender_organisation_id = '" + institution + "'");
  }
}
