package org.openhersys.identity.administrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhersys.api.testing.HersysDatabase;

/** The packaged command as an operator runs it, on a database that has nobody yet. */
class FirstAdministratorIT {
  private static final HersysDatabase DATABASE = new HersysDatabase();
  private static Map<String, String> settings;

  @TempDir Path folder;

  @BeforeAll
  static void aMigratedDatabase() {
    DATABASE.init(Map.of("role", "hersys_identity"));
    settings = DATABASE.start();
  }

  @AfterAll
  static void stop() {
    DATABASE.stop();
  }

  @Test
  void theCodeIsPrintedOnceBesideARunningServiceAndASecondAdministratorIsRefused()
      throws IOException, InterruptedException {
    // Something listens at the service's port, as the running service would.
    try (ServerSocket taken = new ServerSocket(0)) {
      Ended first = run(taken.getLocalPort(), "first-administrator", "mihon.kanri", "見本 管理者");

      assertEquals(0, first.status(), first.err());
      assertEquals(
          List.of("loginId", "activationCode", "url", "expiresAt"),
          first.out().lines().map(line -> line.substring(0, line.indexOf(':'))).toList());
      String code = value(first.out(), "activationCode");
      assertEquals("https://hersys.test/activation#" + code, value(first.out(), "url"));
      assertFalse(first.err().contains(code));

      activated();
      Ended second = run(taken.getLocalPort(), "first-administrator", "mihon.other", "見本 二人目");

      assertEquals(1, second.status(), second.err());
      assertEquals("", second.out());
      assertTrue(second.err().contains("国の管理者アカウントがすでにあります"), second.err());
    }
  }

  @Test
  void wrongWordsAreToldWithoutTouchingAnything() throws IOException, InterruptedException {
    Ended unknown = run(0, "last-administrator", "mihon.kanri", "見本 管理者");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("usage: first-administrator LOGIN_ID DISPLAY_NAME"));

    Ended unreadable = run(0, "first-administrator", "架空", "見本 管理者");
    assertEquals(2, unreadable.status());
    assertTrue(unreadable.err().contains("LOGIN_ID: "), unreadable.err());
  }

  private static void activated() {
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.account set state = 'ACTIVE', password_hash = 'unusable', activated_at = now()"));
  }

  private Ended run(int port, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // Starts sooner.
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dsun.jnu.encoding=UTF-8");
    command.add("-Dquarkus.http.port=" + port);
    command.add("-Dhersys.issuer=https://hersys.test");
    command.add("-Dhersys.secrets.key=" + Base64.getEncoder().encodeToString(new byte[32]));
    command.add("-jar");
    command.add("target/quarkus-app/quarkus-run.jar");
    command.addAll(List.of(words));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    int status = process.waitFor();
    return new Ended(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static String value(String printed, String name) {
    return printed
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 2);
  }

  private record Ended(int status, String out, String err) {}
}
