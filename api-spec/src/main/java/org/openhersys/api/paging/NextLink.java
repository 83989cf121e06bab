package org.openhersys.api.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Link: <…>; rel="next"} (RFC 8288) of a page: the same request with the next
 * cursor, as a path.
 */
public final class NextLink {
  private NextLink() {}

  /**
   * Adds the link.
   *
   * @param next the cursor of the next page, or null on the last: then there is no link
   */
  public static <T> ResponseBuilder<T> add(
      ResponseBuilder<T> answer, UriInfo uri, @Nullable String next) {
    if (next == null) {
      return answer;
    }
    URI address = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
    return answer.header(
        HttpHeaders.LINK,
        "<" + address.getRawPath() + "?" + address.getRawQuery() + ">; rel=\"next\"");
  }
}
