package org.openhersys.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openhersys.local.journey.Request;
import org.openhersys.local.process.JavaCommand;
import org.openhersys.local.process.SupervisedProcess;

/**
 * The HAPI FHIR JPA server of {@code deploy/load/hapi}, on the PostgreSQL of the installation, in a
 * database and with a user of its own.
 */
final class HapiPeer implements AutoCloseable {
  /** Of its process, its log, its database and its user. */
  static final String NAME = "hapi";

  private static final String TARGET = "deploy/load/hapi/target";
  private static final String JAR = "openhersys-load-hapi-1.0.0-SNAPSHOT.jar";
  private static final Pattern CREATED = Pattern.compile("\"status\"\\s*:\\s*\"201 Created\"");

  private final Stage stage;
  private final SupervisedProcess process;
  private final int port;

  private HapiPeer(Stage stage, SupervisedProcess process, int port) {
    this.stage = stage;
    this.process = process;
    this.port = port;
  }

  /** Whether it can be started: it is built only when it is asked for. */
  static boolean isBuilt(Path root) {
    return Files.exists(root.resolve(TARGET).resolve(JAR));
  }

  /** Starts it with an empty database. */
  static HapiPeer start(Stage stage, Path root) {
    if (!isBuilt(root)) {
      throw new IllegalStateException(
          "The HAPI FHIR server is not built: ./deploy/load/run --only hapi does it");
    }
    String password = UUID.randomUUID().toString();
    stage.execute(
        "create role " + NAME + " login password '" + password + "'",
        "create database " + NAME + " owner " + NAME);
    int port = freePort();
    Map<String, String> settings =
        Map.of(
            "HAPI_PORT",
            Integer.toString(port),
            "HAPI_JDBC_URL",
            stage.databaseUrl(NAME),
            "HAPI_USER",
            NAME,
            "HAPI_PASSWORD",
            password);
    SupervisedProcess process =
        stage.startGuest(
            NAME,
            () -> command(root.resolve(TARGET), settings),
            URI.create("http://127.0.0.1:" + port + "/fhir/Patient?_summary=count"));
    return new HapiPeer(stage, process, port);
  }

  int port() {
    return port;
  }

  /** Another case, of somebody whom no other is about. */
  Request transaction() {
    return new Request(
        "POST",
        "/fhir",
        Map.of("Content-Type", "application/fhir+json"),
        FhirTransaction.of(stage.form()));
  }

  /** Whether an answer says that all three were created. */
  static boolean allCreated(String answer) {
    return CREATED.matcher(answer).results().count() == FhirTransaction.RESOURCES;
  }

  @Override
  public void close() {
    process.stop();
  }

  private static ProcessBuilder command(Path target, Map<String, String> settings) {
    ProcessBuilder command =
        JavaCommand.of(
            "-Xms64m",
            "-Xmx512m",
            "-cp",
            target.resolve(JAR) + ":" + target.resolve("lib/*"),
            "org.openhersys.load.hapi.HapiServer");
    command.environment().putAll(settings);
    return command;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
