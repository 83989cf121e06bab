package org.openhersys.notification.form;

import org.jspecify.annotations.Nullable;

/**
 * 感染経路, item 18.
 *
 * @param text 感染源の種類・状況, or what else it was
 */
public record InfectionRoute(
    @Nullable RouteKind kind, @Nullable Certainty certainty, @Nullable String text) {

  /** Nothing known of the route. */
  public static final InfectionRoute UNKNOWN = new InfectionRoute(null, null, null);
}
