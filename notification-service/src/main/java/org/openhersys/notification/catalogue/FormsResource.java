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
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<FormVersion, Answer> answers = new ConcurrentHashMap<>();

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
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch) {
    Answer built =
        answers.computeIfAbsent(calendar.on(Japan.today(clock)), version -> build(version));
    ResponseBuilder<FormCatalogue> answer =
        ETags.isInHand(ifNoneMatch, built.tag())
            ? ResponseBuilder.notModified()
            : ResponseBuilder.ok(built.catalogue());
    return answer.header(HttpHeaders.ETAG, built.tag()).build();
  }

  private Answer build(FormVersion current) {
    FormCatalogue catalogue = FormCatalogue.of(current, missing::isOfReducedSet);
    try {
      return new Answer(
          catalogue,
          ETags.ofContent(MediaType.APPLICATION_JSON, json.writeValueAsBytes(catalogue)));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** It changes with the version in force only. */
  private record Answer(FormCatalogue catalogue, String tag) {}
}
