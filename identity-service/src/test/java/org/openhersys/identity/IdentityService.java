package org.openhersys.identity;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.openhersys.api.testing.Contract;
import org.openhersys.api.testing.HersysDatabase;

/**
 * The service as tests use it: over HTTP, every exchange held against the contract, on a real
 * database, with the tokens that it issues itself.
 */
@WithTestResource(
    value = HersysDatabase.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "role", value = "hersys_identity"))
@WithTestResource(value = IdentitySettings.class, scope = TestResourceScope.GLOBAL)
public final class IdentityService {
  private IdentityService() {}

  /** A request of nobody. */
  public static RequestSpecification anonymous() {
    return RestAssured.given().filter(Contract.filter("identity"));
  }

  /** A request with an access token. */
  public static RequestSpecification bearing(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  /** Logs in at the door. */
  public static Response logIn(String loginId, String password, String code) {
    return posted(
        "/api/v1/sessions",
        "{\"loginId\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}"
            .formatted(loginId, password, code));
  }

  /** Posts JSON as nobody. */
  public static Response posted(String path, String body) {
    return anonymous().contentType("application/json").body(body).post(path);
  }

  /** Does the same so many times at once; the answers. */
  public static List<Response> atOnce(int times, Callable<Response> request) {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<Response>> sent =
          threads.invokeAll(IntStream.range(0, times).mapToObj(i -> request).toList());
      return sent.stream().map(IdentityService::answer).toList();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      threads.shutdown();
    }
  }

  /** The operations that the access log holds of a principal, in their order. */
  public static List<String> logged(UUID principal) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select operation from audit.access_log where principal_id = ? order by sequence")
                    .bind(0, principal)
                    .mapTo(String.class)
                    .list());
  }

  private static Response answer(Future<Response> sent) {
    try {
      return sent.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
