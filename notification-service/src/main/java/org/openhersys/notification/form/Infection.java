package org.openhersys.notification.form;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 感染の時期・経路・地域, items 15 and 18.
 *
 * @param date 感染したと推定される年月日
 * @param route 感染経路
 * @param place 感染地域
 */
public record Infection(
    @Nullable LocalDate date, @Nullable InfectionRoute route, @Nullable InfectionPlace place) {

  /** Nothing known of the infection. */
  public static final Infection UNKNOWN = new Infection(null, null, null);

  /** The route, unknown in every respect where it is left out. */
  public InfectionRoute routeOrUnknown() {
    return Objects.requireNonNullElse(route, InfectionRoute.UNKNOWN);
  }

  /** The place, unknown in every respect where it is left out. */
  public InfectionPlace placeOrUnknown() {
    return Objects.requireNonNullElse(place, InfectionPlace.UNKNOWN);
  }
}
