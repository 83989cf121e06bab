package org.openhersys.api.testing;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.http.Header;
import io.restassured.specification.FilterableRequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request and its response, from REST Assured's words into the validator's. */
final class Exchange {
  private static final String PROBLEM = "application/problem+json";
  private static final String LINES = "application/x-ndjson";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Exchange() {}

  static Request request(FilterableRequestSpecification sent) {
    SimpleRequest.Builder builder =
        new SimpleRequest.Builder(sent.getMethod(), URI.create(sent.getURI()).getRawPath());
    sent.getHeaders().forEach(header -> builder.withHeader(header.getName(), header.getValue()));
    sent.getQueryParams().forEach((name, value) -> builder.withQueryParam(name, texts(value)));
    if (!sent.getFormParams().isEmpty()) {
      builder.withBody(form(sent.getFormParams()));
    } else if (sent.getBody() instanceof byte[] bytes) {
      builder.withBody(bytes);
    } else if (sent.getBody() != null) {
      builder.withBody(sent.getBody().toString());
    }
    return builder.build();
  }

  static Response response(io.restassured.response.Response received) {
    SimpleResponse.Builder builder = SimpleResponse.Builder.status(received.statusCode());
    for (Header header : received.headers()) {
      builder.withHeader(header.getName(), header.getValue());
    }
    byte[] body = received.asByteArray();
    if (body.length == 0 && received.contentType().startsWith(LINES)) {
      // No lines are an answer too; the validator knows of bodies only that hold something.
      return builder.withBody("\n").build();
    }
    return (body.length == 0 ? builder : builder.withBody(body)).build();
  }

  /** What is wrong when a problem names another status than it came with. */
  static Optional<String> falseStatus(io.restassured.response.Response received) {
    if (!received.contentType().startsWith(PROBLEM)) {
      return Optional.empty();
    }
    JsonNode said = problem(received).path("status");
    return said.isInt() && said.intValue() == received.statusCode()
        ? Optional.empty()
        : Optional.of("response: the problem says status " + said);
  }

  // Not by REST Assured's JsonPath, which compiles a program for each.
  private static JsonNode problem(io.restassured.response.Response received) {
    try {
      return JSON.readTree(received.asByteArray());
    } catch (IOException unreadable) {
      return MissingNode.getInstance();
    }
  }

  private static List<String> texts(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  private static String form(Map<String, ?> parameters) {
    return parameters.entrySet().stream()
        .flatMap(
            entry ->
                texts(entry.getValue()).stream()
                    .map(text -> encoded(entry.getKey()) + "=" + encoded(text)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
