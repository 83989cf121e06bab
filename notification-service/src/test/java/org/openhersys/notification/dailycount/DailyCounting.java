package org.openhersys.notification.dailycount;

import static org.openhersys.notification.submission.Notifying.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.submission.Notifying;

/** An institution with its health centre, a city above that, a prefecture above the city. */
public final class DailyCounting {
  public static final String PATH = "/api/v1/daily-counts";

  public final UUID centre = Directory.healthCentre(SampleForm.SAPPORO_CHUO);
  public final UUID institution = Directory.institution(SampleForm.SAPPORO_CHUO);
  public final UUID city = Directory.organisation("LOCAL_GOVERNMENT", "架空市", null);
  public final UUID prefecture = Directory.organisation("LOCAL_GOVERNMENT", "架空県", null);
  public final Login clerk = Directory.person(institution, Role.CLERK);
  public final Login staff = Directory.person(centre, Role.HEALTH_CENTRE_STAFF);
  public final Login cityHall = Directory.person(city, Role.LOCAL_GOVERNMENT_STAFF);

  public DailyCounting() {
    place(centre, city);
    place(city, prefecture);
  }

  /** Puts an organisation below another. */
  public static void place(UUID organisation, UUID above) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update identity.organisation set parent_id = ? where id = ?",
                    above,
                    organisation));
  }

  /** 陽性者登録センター of the prefecture. */
  public UUID registrationCentre() {
    UUID id = Directory.institution(SampleForm.SAPPORO_CHUO);
    place(id, prefecture);
    return id;
  }

  public static LocalDate today() {
    return Notifying.today();
  }

  /** So many in one band, nobody in the others. */
  public static String persons(String band, int count) {
    return "{\"counts\": [%s], \"total\": %d}".formatted(bands(Map.of(band, count)), count);
  }

  /** The same as a correction. */
  public static String correction(String band, int count) {
    return "{\"counts\": [%s], \"total\": %d, \"reason\": \"架空の理由\"}"
        .formatted(bands(Map.of(band, count)), count);
  }

  /** Every band, 0 where nothing is said. */
  public static String bands(Map<String, Integer> counts) {
    return AgeBands.IN_USE.codes().stream()
        .map(
            code ->
                "{\"ageBand\": \"%s\", \"count\": %d}"
                    .formatted(code, counts.getOrDefault(code, 0)))
        .collect(Collectors.joining(", "));
  }

  public static Response report(Login who, Object day, String body) {
    return report(who, day, null, body);
  }

  public static Response report(Login who, Object day, String tag, String body) {
    return matching(who, tag, body).put(PATH + "/" + day);
  }

  public static Response correct(Login who, UUID reporter, Object day, String tag, String body) {
    return matching(who, tag, body).put(PATH + "/" + day + "/organisations/" + reporter);
  }

  public static Response read(Login who, UUID reporter, Object day) {
    return as(who).get(PATH + "/" + day + "/organisations/" + reporter);
  }

  /** Lets the first report of a day have come so many days earlier. */
  public static void backdate(UUID reporter, LocalDate day, int days) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    update notification.daily_count set reported_at = reported_at - make_interval(days => ?)
                    where reporter_organisation_id = ? and day = ?
                    """,
                    days,
                    reporter,
                    day));
  }

  private static RequestSpecification matching(Login who, String tag, String body) {
    RequestSpecification request =
        as(who).contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
    return tag == null ? request : request.header("If-Match", tag);
  }
}
