package org.openhersys.notification.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.openhersys.api.http.ETags;

/** 論理チェックの一覧: {@code /api/v1/checks}. Nothing of it is about anybody; anybody may read it. */
@Path("/api/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {
  private final Checks checks = new Checks(LogicChecks.ALL.stream().map(CheckView::of).toList());
  private final String tag;

  ChecksResource(ObjectMapper json) throws JsonProcessingException {
    this.tag = ETags.ofContent(MediaType.APPLICATION_JSON, json.writeValueAsBytes(checks));
  }

  /** All checks, in the order of the table; 304 for whoever has them in hand. */
  @GET
  @PermitAll
  public RestResponse<Checks> list(
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch) {
    ResponseBuilder<Checks> answer =
        ETags.isInHand(ifNoneMatch, tag)
            ? ResponseBuilder.notModified()
            : ResponseBuilder.ok(checks);
    return answer.header(HttpHeaders.ETAG, tag).build();
  }
}
