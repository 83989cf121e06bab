package org.openhersys.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts keep the rules; broken in one place, they are told to. */
class ContractLintTest {
  private static final String FILE = "case-tracking.yaml";
  private static final String LIST = "/paths/~1api~1v1~1cases/get";
  private static final String CASE = "/paths/~1api~1v1~1cases~1{id}/get";
  private static final String STATUS = "/paths/~1api~1v1~1cases~1{id}~1status/put";
  private static final String REQUEST = "/paths/~1api~1v1~1handovers/post";
  private static final String FORM = "/components/schemas/HandoverRequest";

  /**
   * A contract that breaks a rule.
   *
   * @param change makes it of the good one
   * @param told the end of the fault that is expected
   */
  record Breach(String rule, Consumer<Contract> change, String told) {
    @Override
    public String toString() {
      return rule + ": " + told;
    }
  }

  /** The contract of case tracking, to be changed. */
  record Contract(ContractFiles files) {
    ObjectNode at(String pointer) {
      return (ObjectNode) files.file(FILE).at(pointer);
    }

    ArrayNode list(String pointer) {
      return (ArrayNode) files.file(FILE).at(pointer);
    }
  }

  static List<Breach> breaches() {
    String operations = "every operation is named once, summarised and tagged";
    String refusals = "every operation documents its refusals";
    String errors = "every error is a problem";
    String bodies = "every request body has an example and is closed";
    String terms = "every schema, member and parameter has its Japanese term";
    String names = "names are camelCase and codes UPPER_SNAKE";
    String plain = "nothing is polymorphic or null";
    return List.of(
        new Breach(
            "every reference resolves",
            c -> c.at(LIST + "/responses/401").put("$ref", "#/components/responses/None"),
            "resolves to nothing: #/components/responses/None"),
        new Breach(
            operations,
            c -> c.at(LIST).put("operationId", "List-Cases"),
            "operationId in camelCase"),
        new Breach(
            operations, c -> c.at(LIST).put("operationId", "readCase"), "operationId of its own"),
        new Breach(
            operations,
            c -> c.at(LIST).put("summary", "List the cases."),
            "summary with the Japanese term"),
        new Breach(operations, c -> c.at(LIST).remove("tags"), "tags"),
        new Breach(operations, c -> c.list(LIST + "/tags").add("another"), "tag that is declared"),
        new Breach(operations, c -> c.at(LIST).remove("security"), "security said"),
        new Breach(refusals, without(LIST, "401"), "status 401"),
        new Breach(refusals, without(LIST, "403"), "status 403"),
        new Breach(refusals, without(LIST, "406"), "status 406"),
        new Breach(refusals, without(LIST, "500"), "status 500"),
        new Breach(refusals, without(LIST, "503"), "status 503"),
        new Breach(refusals, without(CASE, "404"), "status 404"),
        new Breach(refusals, without(REQUEST, "400"), "status 400"),
        new Breach(refusals, without(REQUEST, "409"), "status 409"),
        new Breach(refusals, without(REQUEST, "413"), "status 413"),
        new Breach(refusals, without(REQUEST, "415"), "status 415"),
        new Breach(refusals, without(REQUEST, "422"), "status 422"),
        new Breach(refusals, without(STATUS, "412"), "status 412"),
        new Breach(refusals, without(STATUS, "428"), "status 428"),
        new Breach(
            errors,
            c -> c.at(LIST + "/responses").set("404", c.at(LIST + "/responses/200").deepCopy()),
            "404 as problem+json"),
        new Breach(
            bodies,
            c -> c.at(REQUEST + "/requestBody/content/application~1json").remove("example"),
            "example"),
        new Breach(
            bodies, c -> c.at(FORM).remove("additionalProperties"), "additionalProperties: false"),
        new Breach(
            terms,
            c -> c.at(FORM).put("description", "A request."),
            "description with the Japanese term"),
        new Breach(
            terms,
            c -> c.at(FORM + "/properties/reason").remove("description"),
            "reason: description with the Japanese term"),
        new Breach(
            terms,
            c -> c.at(LIST + "/parameters/0").put("description", "The order."),
            "description with the Japanese term"),
        new Breach(
            names,
            c -> c.at("/components/schemas").set("handoverForm", c.at(FORM).deepCopy()),
            "name in PascalCase"),
        new Breach(
            names,
            c ->
                c.at(FORM + "/properties")
                    .set("case_id", c.at(FORM + "/properties/caseId").deepCopy()),
            "member in camelCase: case_id"),
        new Breach(
            names, c -> c.at(LIST + "/parameters/0").put("name", "sort-by"), "name in camelCase"),
        new Breach(
            names,
            c -> c.list(LIST + "/parameters/0/schema/enum").add("Newest"),
            "words in lower case"),
        new Breach(
            names,
            c -> c.list("/components/schemas/HandoverState/enum").add("half-done"),
            "code in UPPER_SNAKE: \"half-done\""),
        new Breach(
            names,
            c ->
                c.at("/paths").set("/api/v1/caseFiles", c.at("/paths/~1api~1v1~1cases").deepCopy()),
            "path in kebab-case: /api/v1/caseFiles"),
        new Breach(plain, c -> c.at(FORM).putArray("oneOf"), "no oneOf"),
        new Breach(plain, c -> c.at(FORM).putArray("anyOf"), "no anyOf"),
        new Breach(plain, c -> c.at(FORM).putArray("allOf"), "no allOf"),
        new Breach(plain, c -> c.at(FORM).put("nullable", true), "no nullable"),
        new Breach(plain, c -> c.at(FORM).putNull("default"), "no null"));
  }

  private static Consumer<Contract> without(String operation, String status) {
    return contract -> contract.at(operation + "/responses").remove(status);
  }

  @TestFactory
  Stream<DynamicTest> theContractsKeepTheRules() {
    ContractFiles files = new ContractFiles();
    return ContractLint.RULES.keySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule, () -> assertEquals(List.of(), ContractLint.faults(rule, files))));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aBreachIsTold(Breach breach) {
    ContractFiles files = new ContractFiles();
    breach.change().accept(new Contract(files));

    List<String> faults = ContractLint.faults(breach.rule(), files);

    assertTrue(
        faults.stream()
            .anyMatch(fault -> fault.startsWith(FILE) && fault.endsWith(": " + breach.told())),
        faults::toString);
  }

  @Test
  void everyRuleHasABreach() {
    Set<String> broken =
        breaches().stream().map(Breach::rule).collect(Collectors.toCollection(TreeSet::new));

    assertEquals(new TreeSet<>(ContractLint.RULES.keySet()), broken);
  }
}
