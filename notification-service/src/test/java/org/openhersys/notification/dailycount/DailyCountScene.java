package org.openhersys.notification.dailycount;

import java.time.LocalDate;
import java.util.UUID;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.Told;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.notification.form.SampleForm;

/** A count of yesterday that was reported yesterday, and everybody who has to do with it. */
public final class DailyCountScene implements Scene {
  private final DailyCounting counting = new DailyCounting();
  private final LocalDate yesterday = DailyCounting.today().minusDays(1);
  private final UUID another = Directory.institution(SampleForm.SAPPORO_CHUO);
  private final UUID id;
  private final String tag;

  public DailyCountScene() {
    var reported =
        DailyCounting.report(counting.clerk, yesterday, DailyCounting.persons("AGE_30_39", 3))
            .then()
            .statusCode(201);
    id = Told.id(reported);
    tag = reported.extract().header("ETag");
    DailyCounting.backdate(counting.institution, yesterday, 1);
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(somebody(caller)), yesterday);
  }

  /** Of somebody with that role or scope, at the organisation that may. */
  public Asking askingByRole(String operation, String caller) {
    UUID organisation =
        switch (caller) {
          case "LOCAL_GOVERNMENT_STAFF" -> counting.city;
          case "HEALTH_CENTRE_STAFF", "HEALTH_CENTRE_MANAGER" -> counting.centre;
          default -> counting.institution;
        };
    LocalDate day = operation.equals("reportDailyCount") ? DailyCounting.today() : yesterday;
    return asking(operation, Asking.by(caller, organisation), day);
  }

  private Login somebody(String column) {
    return switch (column) {
      case "reporter" -> counting.clerk;
      case "institution" -> Directory.person(another, Role.CLERK);
      case "centre" -> counting.staff;
      case "city" -> counting.cityHall;
      case "prefecture" -> Directory.person(counting.prefecture, Role.LOCAL_GOVERNMENT_STAFF);
      case "elsewhere" ->
          Directory.person(
              Directory.organisation("LOCAL_GOVERNMENT", "架空県", null), Role.LOCAL_GOVERNMENT_STAFF);
      case "stranger" -> Directory.person(Directory.healthCentre(), Role.HEALTH_CENTRE_STAFF);
      default -> throw new IllegalArgumentException(column);
    };
  }

  private Asking asking(String operation, Asking asking, LocalDate day) {
    return switch (operation) {
      case "listDailyCounts" -> asking.lookingFor(id);
      case "readOwnDailyCount" -> asking.of("date", day);
      case "reportDailyCount" -> asking.of("date", day);
      case "readDailyCount" -> asking.of("date", day).of("id", counting.institution);
      case "correctDailyCount" ->
          asking.of("date", day).of("id", counting.institution).matching(tag);
      default -> asking;
    };
  }
}
