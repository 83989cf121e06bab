package org.openhersys.api.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhersys.api.testing.Specification;

/** Whether an answer to hostile input is one of the contract's. */
final class Judge {
  private static final String PROBLEM = "application/problem+json";

  /** What every path may answer, beneath its operations. */
  private static final Set<Integer> OF_EVERY_PATH =
      Set.of(400, 401, 404, 405, 406, 413, 414, 415, 431);

  private static final Set<Integer> BARE = Set.of(400, 404, 414, 431);

  /** Packages, classes, stack frames, schemas and tables, SQLSTATEs. */
  private static final Pattern INTERNAL =
      Pattern.compile(
          "\\b(org|com|io|java|jakarta|javax)\\.[a-z]+\\.|Exception|\\tat |\\.java\\b|SQLSTATE|hersys_"
              + "|\\b(identity|notification|tracking|audit)\\.(enter|account|organisation|session|client|case_file|change|event|revision|course|access_log)\\b"
              + "|pg_|violates|constraint|Jackson|Vert\\.x|Quarkus|RESTEASY");

  private final Set<String> types = new HashSet<>();

  Judge(Specification specification) {
    specification
        .document()
        .at("/components/schemas/Problem/properties/type/enum")
        .forEach(type -> types.add(type.asText()));
  }

  /** What is wrong with the answer; empty when nothing is. */
  List<String> faults(Endpoint endpoint, Attempt attempt, Request sent, Answer answer) {
    List<String> faults = new ArrayList<>();
    int status = answer.status();
    if (status >= 500) {
      faults.add("is a fault of the service");
    } else if (!attempt.expected().isEmpty()
        && !attempt.expected().contains(status)
        && !(attempt.expected().contains(422) && isToldUnacceptable(endpoint, answer))) {
      faults.add("should be one of " + attempt.expected());
    }
    if (answer.headers().containsKey("x-injected")) {
      faults.add("has a header that the request wrote");
    }
    if (isBare(answer) && (attempt.beneath() || !isAddress(sent.target()))) {
      return faults;
    }
    if (status >= 400 && !sent.method().equals("HEAD")) {
      judgeRefusal(endpoint, answer, faults);
    }
    return faults;
  }

  // A validation has done its work when it says that the form is none.
  private static boolean isToldUnacceptable(Endpoint endpoint, Answer answer) {
    JsonNode acceptable = answer.json().path("acceptable");
    return endpoint.tellsWhatItFinds()
        && answer.success()
        && acceptable.isBoolean()
        && !acceptable.booleanValue();
  }

  private static boolean isBare(Answer answer) {
    return BARE.contains(answer.status()) && answer.body().isEmpty();
  }

  /** Whether the server takes it for an address at all, and hands it on. */
  private static boolean isAddress(String target) {
    try {
      return target.length() > 1 && new URI(target).getRawPath() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private void judgeRefusal(Endpoint endpoint, Answer answer, List<String> faults) {
    Set<String> declared = endpoint.answers(answer.status());
    if (declared.isEmpty() && !OF_EVERY_PATH.contains(answer.status())) {
      faults.add("is not a status of this operation");
    }
    // Also where the operation's own errors look otherwise (ADR 2): this one may not be its own.
    String type = answer.header("content-type").replaceAll(";.*", "");
    if (!type.equals(PROBLEM) && !declared.contains(type)) {
      faults.add("has Content-Type \"%s\", not %s or %s".formatted(type, PROBLEM, declared));
    }
    JsonNode problem = answer.json();
    if (!types.contains(problem.path("type").asText())) {
      faults.add("has no type of the contract");
    }
    if (problem.path("status").asInt() != answer.status()) {
      faults.add("says another status than it has");
    }
    if (problem.path("title").asText().isBlank() || problem.path("traceId").asText().isBlank()) {
      faults.add("has no title or traceId");
    }
    if (!answer.header("content-language").matches("ja|en")) {
      faults.add("has no Content-Language");
    }
    if (answer.status() == 401
        && answer.header("www-authenticate").isEmpty()
        && type.equals(PROBLEM)) {
      faults.add("has no WWW-Authenticate");
    }
    judgeWords(answer, faults);
  }

  private static void judgeWords(Answer answer, List<String> faults) {
    Matcher internal = INTERNAL.matcher(answer.body());
    if (internal.find()) {
      faults.add("tells something internal: " + internal.group());
    }
    if (Canary.sings(answer.body())) {
      faults.add("repeats people's data");
    }
  }
}
