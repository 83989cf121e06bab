package org.openhersys.api.testing.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hostile input against every operation of a service's contract, also one that is added tomorrow:
 * everything is derived from the contract. Each service has a subclass, a {@code @QuarkusTest},
 * with a small table of how to get to the operations that are not reached by themselves.
 *
 * <p>Whatever is sent, the answer is one of the contract's: a problem with type, title, status,
 * traceId and language, never a 5xx, with nothing internal and nobody's data in it; nobody's data
 * is logged, and nothing is logged as an error.
 *
 * <p>Everything is sent with {@code -Pfull}; the gate sends a sample to each operation.
 */
public abstract class HostileInputTest {
  private static final int ROUNDS = 24;
  private static final long BOUND = 64L * 1024 * 1024;

  private static final List<String> NO_REQUESTS =
      List.of(
          "GET\r\n\r\n",
          "\r\n\r\nGET / HTTP/9.9\r\n\r\n",
          "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
          "GET /  HTTP/1.1 x\r\n\r\n",
          "hello\r\n\r\n",
          "GET / HTTP/1.1\r\nHost\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          // As TLS begins. Controls alone would be no beginning yet: the server waits for more.
          "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003 x\r\n\r\n");

  /** The service under attack. */
  protected abstract Attacked attacked();

  @Test
  void everyOperationIsReachedByAValidRequest() {
    against(HostileInput::reach);
  }

  @Test
  void aTokenThatIsNotGoodIsRefused() {
    against(input -> input.attack(new TokenAttack(attacked())));
  }

  @Test
  void whoeverTheContractDoesNotAdmitIsForbidden() {
    against(input -> input.attack(new RoleAttack()));
  }

  @Test
  void noOtherWayToWriteAnAddressOpensIt() {
    against(input -> input.attack(new PathAttack()));
  }

  @Test
  void methodsThatAPathDoesNotHaveAreNotAllowed() {
    against(input -> input.attack(new MethodAttack(input.endpoints())));
  }

  @Test
  void membersThatTheContractDoesNotHaveAreRefused() {
    against(input -> input.attack(new MemberAttack()));
  }

  @Test
  void textsThatAreNoneAreRefused() {
    against(input -> input.attack(new TextAttack()));
  }

  @Test
  void bodiesThatAreNoneAreRefused() {
    against(input -> input.attack(new BodyAttack()));
  }

  @Test
  void formsThatAreNoneAreRefused() {
    against(input -> input.attack(new FormAttack()));
  }

  @Test
  void parametersAndCursorsThatAreNoneAreRefused() {
    against(input -> input.attack(new ParameterAttack(input.endpoints())));
  }

  @Test
  void headersThatAreNoneAreRefused() {
    against(input -> input.attack(new HeaderAttack()));
  }

  @Test
  void whatIsNoRequestIsRefused() {
    against(input -> NO_REQUESTS.forEach(text -> noRequest(input, text)));
  }

  private static void noRequest(HostileInput input, String text) {
    String fault;
    try {
      Answer answer = input.wire().send(text.getBytes(StandardCharsets.ISO_8859_1), "GET");
      fault =
          answer.status() >= 500 || answer.success() || answer.body().contains("Exception")
              ? answer.status() + " " + answer.start()
              : null;
    } catch (AssertionError unanswered) {
      fault = unanswered.getMessage();
    }
    if (fault != null) {
      input.fault(text.strip().replaceAll("[^ -~]", "?") + ": " + fault);
    }
  }

  @Test
  @Tag("full")
  void hugeInputLeavesNoMemoryBehind() {
    against(
        input -> {
          List<Endpoint> readers = input.endpoints().stream().filter(Endpoint::hasBody).toList();
          readers.forEach(endpoint -> input.attack(endpoint, HostileInputTest::costly));
          long before = used();
          for (int round = 0; round < ROUNDS; round++) {
            input.attack(readers.get(round % readers.size()), HostileInputTest::costly);
          }
          long after = used();
          assertTrue(after - before < BOUND, "grown by %d bytes".formatted(after - before));
        });
  }

  private static Stream<Attempt> costly(Endpoint endpoint, Fixture fixture) {
    List<Attempt> deep = new ArrayList<>();
    if (endpoint.isJson()) {
      BodyAttack.deep(deep);
    }
    return Stream.concat(BodyAttack.huge(endpoint), deep.stream());
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void against(Consumer<HostileInput> attack) {
    HostileInput input = new HostileInput(attacked(), RestAssured.port);
    try (Canary canary = Canary.listening()) {
      attack.accept(input);
      for (String page : List.of("/q/health", "/q/metrics")) {
        if (Canary.sings(input.wire().send(Request.of("GET", page)).body())) {
          input.fault(page + " shows people's data");
        }
      }
      canary.faults().forEach(input::fault);
    }
    input.judge();
  }
}
