package org.openhersys.api.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds every exchange of a test against the contract: each response must conform, and each request
 * that was answered with success must have conformed. A member that the contract does not name is a
 * fault in the test, although clients are told to bear it: the contract is written first.
 *
 * <p>What is asked of a path or with a method that the contract does not have may only be refused,
 * in the form of the other problems.
 */
public final class Contract implements Filter {
  private static final Map<String, Contract> KNOWN = new ConcurrentHashMap<>();
  private static final String UNDECLARED = "/undeclared";
  private static final List<String> UNDECLARED_STATUSES =
      List.of("400", "404", "405", "406", "413", "414", "415", "431", "503");

  private final String service;
  private final OpenApiInteractionValidator validator;

  Contract(String service, Specification specification) {
    this.service = service;
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(readable(specification))
            .build();
  }

  /**
   * The filter for requests to a service.
   *
   * @param service {@code identity}, {@code notification} or {@code case-tracking}
   */
  public static Filter filter(String service) {
    return KNOWN.computeIfAbsent(service, s -> new Contract(s, Specification.of(s)));
  }

  @Override
  public io.restassured.response.Response filter(
      FilterableRequestSpecification sent,
      FilterableResponseSpecification expected,
      FilterContext context) {
    io.restassured.response.Response received = context.next(sent, expected);
    Request request = Exchange.request(sent);
    Response response = Exchange.response(received);
    List<String> faults = new ArrayList<>(faultsOf(request, response));
    if (received.statusCode() / 100 == 2) {
      faults.addAll(faultsOf(request));
    }
    Exchange.falseStatus(received).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d, which is not as %s.yaml says:%n  - %s%n%s"
              .formatted(
                  request.getMethod(),
                  request.getPath(),
                  received.statusCode(),
                  service,
                  String.join("\n  - ", faults),
                  received.asString()));
    }
    return received;
  }

  List<String> faultsOf(Request request) {
    return messages(validator.validateRequest(request), "request: ");
  }

  private List<String> faultsOf(Request request, Response response) {
    ValidationReport report =
        validator.validateResponse(request.getPath(), request.getMethod(), response);
    boolean undeclared =
        report.getMessages().stream()
            .map(ValidationReport.Message::getKey)
            .anyMatch(
                key ->
                    key.equals("validation.request.path.missing")
                        || key.equals("validation.request.operation.notAllowed"));
    return undeclared
        ? messages(
            validator.validateResponse(UNDECLARED, Request.Method.GET, response),
            "not in the contract; response: ")
        : messages(report, "response: ");
  }

  private static List<String> messages(ValidationReport report, String prefix) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(message -> prefix + parameter(message) + message.getMessage())
        .toList();
  }

  private static String parameter(ValidationReport.Message message) {
    return message
        .getContext()
        .flatMap(ValidationReport.MessageContext::getParameter)
        .map(parameter -> parameter.getName() + ": ")
        .orElse("");
  }

  /**
   * The contract as the validator reads it best: said to be 3.0.3, because with 3.1 it does not see
   * a number in the place of a text (2.46.1), and the contracts use nothing of 3.1 that 3.0 would
   * read otherwise. Without security: a token that is missing or wrong is for the service to
   * refuse, and REST Assured adds it after this filter.
   */
  private static String readable(Specification specification) {
    ObjectNode document = specification.document().deepCopy();
    document.put("openapi", "3.0.3");
    document.withObject("/info").remove("license");
    document
        .findParents("security")
        .forEach(operation -> ((ObjectNode) operation).remove("security"));
    ObjectNode responses =
        document.withObject("/paths").putObject(UNDECLARED).putObject("get").putObject("responses");
    for (String status : UNDECLARED_STATUSES) {
      ObjectNode response = responses.putObject(status).put("description", "refused");
      response
          .putObject("headers")
          .putObject("Content-Language")
          .put("required", true)
          .putObject("schema")
          .put("type", "string");
      response
          .putObject("content")
          .putObject("application/problem+json")
          .putObject("schema")
          .put("$ref", "#/components/schemas/Problem");
    }
    return document.toString();
  }
}
