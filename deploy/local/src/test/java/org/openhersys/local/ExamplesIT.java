package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openhersys.local.journey.Http;
import org.openhersys.local.journey.Person;
import org.openhersys.local.journey.Request;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;

/**
 * The systems of {@code deploy/examples} against the packaged one: what the record system pushes is
 * in the copy of the centre's system, once, also when that system is killed half-way. Needs Node
 * and npm.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {
  private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();
  private static final int NOTIFICATIONS = 12;

  @TempDir static Path directory;
  private final ObjectMapper json = new ObjectMapper();
  private Path examples;
  private Path copy;
  private Ports ports;
  private RunningLauncher launcher;

  @BeforeAll
  void start() throws Exception {
    examples = Files.createDirectory(directory.resolve("examples"));
    copy = directory.resolve("cases.json");
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, examples.resolve(file.getFileName()));
      }
    }
    Path installed = directory.resolve("npm.log");
    assertEquals(
        0, run(installed, "npm", "ci", "--ignore-scripts").waitFor(), () -> text(installed));
    ports = Ports.free();
    launcher = RunningLauncher.start(directory.resolve("data"), ports);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (launcher != null) {
      launcher.interrupt();
    }
  }

  @Test
  void whatIsPushedIsInTheCopyOnceAlsoAfterAKill() throws Exception {
    List<String> pushed = new ArrayList<>();
    for (int i = 0; i < NOTIFICATIONS; i++) {
      pushed.add(push("notification.json", "examples-" + i));
    }
    Process killed = pull();
    RunningLauncher.waitUntil(
        Duration.ofMinutes(1), () -> !copied().isEmpty() || !killed.isAlive());
    killed.destroyForcibly().waitFor();
    assertTrue(!copied().isEmpty(), () -> text(directory.resolve("puller.log")));
    pushed.add(push("notification.json", "examples-last"));

    RunningLauncher.waitUntil(
        Duration.ofMinutes(1), () -> succeeds(pull("--once")) && copied().containsAll(pushed));

    List<String> copied = copied();
    pushed.forEach(entryId -> assertEquals(1, Collections.frequency(copied, entryId), entryId));
    assertEquals(copied.size(), copied.stream().distinct().count());
  }

  @Test
  void theSameKeyGivesTheSameReceipt() throws Exception {
    String first = push("notification.json", "examples-again");

    assertEquals(first, push("notification.json", "examples-again"));
  }

  @Test
  void everyFindingIsPrinted() throws Exception {
    Path impossible = examples.resolve("impossible.json");
    Files.writeString(
        impossible,
        Files.readString(examples.resolve("notification.json"))
            .replace("\"1980-01-01\"", "\"2999-01-01\"")
            .replace("\"131041\"", "\"131042\""));

    Path output = directory.resolve("refused.log");
    int status = run(output, "node", "ehr.js", impossible.toString()).waitFor();

    assertEquals(1, status, text(output));
    assertTrue(text(output).startsWith("422 "), text(output));
    assertTrue(text(output).contains("/patient/birthDate"), text(output));
    assertTrue(text(output).contains("/currentLocation/municipalityCode"), text(output));
  }

  @Test
  void aKeyOnAnEllipticCurveServesToo() throws Exception {
    ECKey key =
        new ECKeyGenerator(Curve.P_384)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.ES384)
            .keyIDFromThumbprint(true)
            .generate();
    Path jwk = Files.writeString(directory.resolve("ec.jwk"), key.toJSONString());

    push(
        Map.of(
            "HERSYS_BASE_URL",
            ports.baseUrl(),
            "HERSYS_CLIENT_ID",
            registered(key),
            "HERSYS_PRIVATE_JWK",
            jwk.toString()),
        "notification.json",
        "examples-curve");
  }

  /** The id of a record system that signs with this key. */
  private String registered(ECKey key) {
    Path credentials = directory.resolve("data/credentials.json");
    CredentialsFile file =
        CredentialsFile.write(
            credentials, Credentials.read(credentials).orElseThrow(), ports.baseUrl());
    Person manager =
        new Person(new Http(ports.baseUrl()), file, "mihon.kanrisha", Clock.systemUTC());
    manager.logIn(exchange -> {});
    Map<String, Object> registration =
        Map.of(
            "organisationId",
            manager.get("/api/v1/sessions/current").expecting(200).text("/organisation/id"),
            "name",
            "架空第一病院 楕円曲線（架空）",
            "scopes",
            List.of("notification.write"),
            "jwks",
            new JWKSet(key.toPublicJWK()).toJSONObject());
    return manager
        .send(Request.postJson("/api/v1/clients", registration))
        .expecting(201)
        .text("/id");
  }

  private String push(String notification, String key) throws Exception {
    return push(Map.of(), notification, key);
  }

  /** The smartphone entry id of the receipt. */
  private String push(Map<String, String> environment, String notification, String key)
      throws Exception {
    Path output = directory.resolve("ehr.log");
    int status = run(environment, output, "node", "ehr.js", notification, key).waitFor();
    assertEquals(0, status, () -> text(output));
    return json.readTree(output.toFile()).path("smartphoneEntryId").textValue();
  }

  private Process pull(String... options) {
    List<String> command = new ArrayList<>(List.of("node", "puller.js", copy.toString()));
    command.addAll(List.of(options));
    return run(directory.resolve("puller.log"), command.toArray(String[]::new));
  }

  private static boolean succeeds(Process process) {
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The smartphone entry ids in the copy; none before there is one. */
  private List<String> copied() {
    List<String> entryIds = new ArrayList<>();
    if (Files.exists(copy)) {
      for (JsonNode one : read(copy).path("cases")) {
        entryIds.add(one.path("smartphoneEntryId").textValue());
      }
    }
    return entryIds;
  }

  private JsonNode read(Path file) {
    try {
      return json.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process run(Path output, String... command) {
    return run(Map.of(), output, command);
  }

  private Process run(Map<String, String> environment, Path output, String... command) {
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(examples.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    process
        .environment()
        .put("HERSYS_CREDENTIALS", directory.resolve("data/credentials.json").toString());
    process.environment().put("HERSYS_LIMIT", "1");
    process.environment().putAll(environment);
    try {
      return process.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
