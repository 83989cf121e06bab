package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {
  private static final List<String> ARGUMENTS = List.of("mihon.kanri", "見本 管理者");

  @TempDir Path data;
  private final Ports ports = Ports.free();

  @Test
  void theCommandRunsWithTheSettingsOfTheRunningServiceAndNothingSecretStandsOnItsLine()
      throws Exception {
    Secrets secrets = Secrets.in(data.resolve("secrets.json"));
    ports.write(data.resolve("ports.json"));

    ProcessBuilder command;
    try (ServerSocket database =
        new ServerSocket(ports.postgres(), 1, InetAddress.getLoopbackAddress())) {
      command = FirstAdministrator.command(Path.of("/checkout"), data, ARGUMENTS);
      assertEquals(ports.postgres(), database.getLocalPort());
    }

    List<String> line = command.command();
    assertEquals(
        List.of(
            "-jar",
            "/checkout/identity-service/target/quarkus-app/quarkus-run.jar",
            "first-administrator",
            "mihon.kanri",
            "見本 管理者"),
        line.subList(line.size() - 5, line.size()));
    assertEquals(secrets.identity(), command.environment().get("QUARKUS_DATASOURCE_PASSWORD"));
    assertEquals("false", command.environment().get("QUARKUS_HTTP_HOST_ENABLED"));
    assertFalse(line.toString().contains(secrets.identity()));
    assertFalse(line.toString().contains(secrets.secretsKey()));
  }

  @Test
  void whereNothingRunsItSaysWhatToDo() {
    CannotStart neverStarted = assertThrows(CannotStart.class, this::command);
    ports.write(data.resolve("ports.json"));
    CannotStart stopped = assertThrows(CannotStart.class, this::command);

    assertEquals(neverStarted.getMessage(), stopped.getMessage());
  }

  private void command() {
    FirstAdministrator.command(Path.of("/checkout"), data, ARGUMENTS);
  }
}
