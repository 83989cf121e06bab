package org.openhersys.local.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.problem.ProblemType;

/** What the proxy itself answers, in the form that the services use (RFC 9457). */
enum ProblemAnswer {
  NOT_FOUND(ProblemType.NOT_FOUND),
  UNAVAILABLE(ProblemType.UNAVAILABLE);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RETRY_AFTER_SECONDS = "2";

  private final ProblemType type;

  ProblemAnswer(ProblemType type) {
    this.type = type;
  }

  /** Answers a request that goes to no service. */
  void send(HttpServerRequest request) {
    boolean english = prefersEnglish(request);
    HttpServerResponse response = request.response().setStatusCode(type.status());
    headers(english).forEach(response::putHeader);
    response.end(body(english));
  }

  /** Answers in place of a service that gave no answer. */
  ProxyResponse instead(ProxyRequest request) {
    return write(request.response(), request.proxiedRequest());
  }

  /** Answers in place of what a service answered. */
  ProxyResponse instead(ProxyResponse answer) {
    return write(answer.release(), answer.request().proxiedRequest());
  }

  private ProxyResponse write(ProxyResponse response, HttpServerRequest request) {
    boolean english = prefersEnglish(request);
    response.setStatusCode(type.status());
    headers(english).forEach(response::putHeader);
    return response.setBody(Body.body(body(english)));
  }

  private Map<String, String> headers(boolean english) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/problem+json");
    headers.put("Content-Language", english ? "en" : "ja");
    if (this == UNAVAILABLE) {
      headers.put("Retry-After", RETRY_AFTER_SECONDS);
    }
    return headers;
  }

  private Buffer body(boolean english) {
    Map<String, Object> problem = new LinkedHashMap<>();
    String title = type.title().in(english ? Locale.ENGLISH : Locale.JAPANESE);
    problem.put("type", type.uri());
    problem.put("title", title);
    problem.put("status", type.status());
    problem.put("detail", title);
    problem.put("traceId", UUID.randomUUID().toString().replace("-", ""));
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean prefersEnglish(HttpServerRequest request) {
    String accepted = request.getHeader("Accept-Language");
    if (accepted == null || accepted.isBlank()) {
      return false;
    }
    try {
      return "en"
          .equals(Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of("ja", "en")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
