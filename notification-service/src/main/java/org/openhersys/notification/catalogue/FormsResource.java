package org.openhersys.notification.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.openhersys.api.time.Japan;

/** 様式とコード表: {@code /api/v1/forms}. Nothing of it is about anybody; anybody may read it. */
@Path("/api/v1/forms")
@Produces(MediaType.APPLICATION_JSON)
public class FormsResource {
  private final FormCalendar calendar;
  private final Clock clock;

  FormsResource(FormCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Versions, items and code lists. */
  @GET
  @PermitAll
  public FormCatalogue read() {
    return FormCatalogue.of(calendar.on(Japan.day(clock.instant())));
  }
}
