package org.openhersys.api.testing.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.Specification;
import org.openhersys.api.testing.hostile.Endpoint;

/**
 * Every cell of the tables in {@code api-spec/authorisation} against a service. Each service has a
 * subclass, a {@code @QuarkusTest}, that makes the things and the people of each table.
 *
 * <p>Beside the status it looks at the access log: who is refused after a look-up leaves one row
 * {@code DENIED}, who is refused for the role leaves none, and neither does who succeeds. A refusal
 * does not depend on the tag in {@code If-Match}.
 */
public abstract class RoleMatrixTest {
  /** {@code identity}, {@code notification} or {@code case-tracking}. */
  protected abstract String contract();

  /** How to make the scene of a table, by its heading; each call makes all of it anew. */
  protected abstract Map<String, Supplier<Scene>> scenes();

  /** A valid access token of that login. */
  protected String token(Login login) {
    return login.token();
  }

  @Test
  void everyOperationOfTheContractStandsInTheTablesAndNothingElseDoes() {
    Matrix matrix = Matrix.of(contract());
    Map<String, Endpoint> endpoints = endpoints();
    Set<String> ofOneThing =
        endpoints.values().stream()
            .filter(endpoint -> endpoint.isProtected() && !endpoint.pathParameters().isEmpty())
            .map(Endpoint::id)
            .collect(Collectors.toSet());

    assertEquals(List.of(), matrix.faults(endpoints.keySet(), ofOneThing));
    assertEquals(
        matrix.tables().stream().map(Table::subject).collect(Collectors.toSet()),
        scenes().keySet());
  }

  @Test
  void everyCellIsAnsweredAsItSays() {
    Matrix matrix = Matrix.of(contract());
    Execution execution = new Execution(contract(), endpoints(), this::token);

    for (Table table : matrix.tables()) {
      execution.execute(table, scenes().get(table.subject()));
    }

    List<String> differences = new ArrayList<>(execution.differences());
    assertEquals(0, differences.size(), () -> String.join("\n  - ", differences));
  }

  private Map<String, Endpoint> endpoints() {
    Specification specification = Specification.of(contract());
    return specification.operations().stream()
        .map(operation -> new Endpoint(specification, operation))
        .collect(Collectors.toMap(Endpoint::id, Function.identity()));
  }
}
