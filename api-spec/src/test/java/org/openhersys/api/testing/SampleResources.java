package org.openhersys.api.testing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.openhersys.api.json.Body;

/** Resources that serve {@code sample.yaml} as it stands, and {@link OtherBooks}, which do not. */
final class SampleResources {
  private SampleResources() {}

  enum Kind {
    NOVEL,
    GUIDE
  }

  record Author(String name) {}

  record Title(@JsonProperty("title") String text, int pages) {}

  record Book(
      UUID id,
      @JsonUnwrapped Title title,
      LocalDate bought,
      Instant addedAt,
      Kind kind,
      Author author,
      List<String> tags) {}

  record NewBook(String title, Kind kind, LocalDate bought, Author author) {}

  record Count(long count) {}

  // Interfaces, so that no Quarkus test takes them for endpoints.
  @Path("/books")
  @RolesAllowed("**")
  interface Books {
    @GET
    @RolesAllowed("CLERK")
    List<Book> list(@QueryParam("limit") Integer limit, @Context HttpHeaders headers);

    @POST
    @RolesAllowed({"CLERK", "book.write"})
    @ResponseStatus(201)
    RestResponse<Book> add(@HeaderParam("Idempotency-Key") String key, Body<NewBook> body);

    @GET
    @Path("count")
    Count count();

    @GET
    @Path("/{id: [0-9a-f-]+}")
    @Produces({"application/json", "application/problem+json"})
    RestResponse<Book> read(@PathParam("id") UUID id);
  }

  @Path("/readers")
  @PermitAll
  interface Readers {
    @POST
    @Consumes("application/x-www-form-urlencoded")
    void add(@FormParam("name") String name);
  }

  record LooseBook(String title, String kind, LocalDate bought, Author author) {}

  record PrimitiveCount(int count) {}

  @Path("/books")
  interface OtherBooks {
    @GET
    Response list();

    @POST
    void add(LooseBook body);

    @POST
    @Path("/count")
    void count(PrimitiveCount body);
  }
}
