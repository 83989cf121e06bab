package org.openhersys.notification.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.openhersys.api.http.ETags;
import org.openhersys.api.time.Japan;

/** 様式とコード表: {@code /api/v1/forms}. Nothing of it is about anybody; anybody may read it. */
@Path("/api/v1/forms")
@Produces(MediaType.APPLICATION_JSON)
public class FormsResource {
  private final FormCalendar calendar;
  private final MissingItems missing;
  private final Clock clock;
  private final ObjectMapper json;

  FormsResource(FormCalendar calendar, MissingItems missing, Clock clock, ObjectMapper json) {
    this.calendar = calendar;
    this.missing = missing;
    this.clock = clock;
    this.json = json;
  }

  /** Versions, items and code lists; 304 for whoever has them in hand. */
  @GET
  @PermitAll
  public RestResponse<FormCatalogue> read(
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch)
      throws JsonProcessingException {
    FormCatalogue catalogue =
        FormCatalogue.of(calendar.on(Japan.today(clock)), missing::isOfReducedSet);
    String tag = ETags.ofContent(MediaType.APPLICATION_JSON, json.writeValueAsBytes(catalogue));
    ResponseBuilder<FormCatalogue> answer =
        ETags.isInHand(ifNoneMatch, tag)
            ? ResponseBuilder.notModified()
            : ResponseBuilder.ok(catalogue);
    return answer.header(HttpHeaders.ETAG, tag).build();
  }
}
