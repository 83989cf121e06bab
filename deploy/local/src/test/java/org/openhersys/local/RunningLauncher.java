package org.openhersys.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.openhersys.local.process.JavaCommand;

/** The packaged launcher as a process of its own, seen from outside. */
public final class RunningLauncher {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  private final Path data;
  private final Ports ports;
  private final Path output;
  private final Process process;

  private RunningLauncher(Path data, Ports ports, Path output, Process process) {
    this.data = data;
    this.ports = ports;
    this.output = output;
    this.process = process;
  }

  /** Starts it and waits until the walk is over. */
  static RunningLauncher start(Path data, Ports ports) {
    return start(data, ports, Map.of());
  }

  /** The same with more in its environment. */
  static RunningLauncher start(Path data, Ports ports, Map<String, String> environment) {
    Path output = data.resolveSibling("output-" + System.nanoTime());
    Path target = MODULE.resolve("target");
    ProcessBuilder command =
        JavaCommand.of(
            "-Dopenhersys.root=" + MODULE.resolve("../..").normalize(),
            "-cp",
            target.resolve("openhersys-local-1.0.0-SNAPSHOT.jar") + ":" + target.resolve("lib/*"),
            "org.openhersys.local.Main",
            "--data",
            data.toString());
    ports
        .byOption()
        .forEach((option, port) -> command.command().addAll(List.of(option, port.toString())));
    // Tests that compare what the tables hold wait for mails, also for one whose mailer was killed.
    command
        .environment()
        .putAll(
            Map.of(
                "JDK_JAVA_OPTIONS", System.getProperty("test-jvm", ""),
                "HERSYS_INTAKE_POLL", "40ms",
                "HERSYS_BATCH_POLL", "50ms",
                "HERSYS_MAIL_POLL", "40ms",
                "HERSYS_MAIL_LEASE", "15s",
                "HERSYS_MAIL_PAUSE_FIRST", "1s",
                "HERSYS_MAIL_SERVER_PAUSE_FIRST", "500ms",
                "HERSYS_MAIL_SERVER_PAUSE_LONGEST", "1s",
                // Fewer than lists are worked on at once, so that there can be too few.
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "4",
                // A silent database is waited for; still longer than anybody waits for a lock.
                "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SOCKETTIMEOUT", "8"));
    command.environment().putAll(environment);
    try {
      Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      RunningLauncher launcher = new RunningLauncher(data, ports, output, process);
      waitUntil(
          Duration.ofMinutes(10),
          () -> launcher.output().contains("Ctrl-C stops everything") || !process.isAlive());
      return launcher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String baseUrl() {
    return ports.baseUrl();
  }

  /** Everything it has started, by name. */
  public Map<String, ProcessHandle> children() {
    Map<String, ProcessHandle> children = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(data.resolve("processes"))) {
        String[] parts = line.split(" ", -1);
        if (!parts[0].equals("launcher")) {
          ProcessHandle.of(Long.parseLong(parts[1]))
              .ifPresent(child -> children.put(parts[0], child));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return children;
  }

  /** Waits until every service says that it is ready, its database included. */
  public void awaitReady() {
    for (Service service : Service.values()) {
      URI ready = URI.create("http://127.0.0.1:" + service.port(ports) + "/q/health/ready");
      waitUntil(Duration.ofMinutes(3), () -> answersOk(ready));
    }
  }

  private static boolean answersOk(URI address) {
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code kill -9} does to one of its processes. */
  void kill(String name) {
    children().get(name).destroyForcibly();
  }

  /**
   * Sends a signal, such as {@code STOP}, to one of its processes and to all that it has started.
   */
  void signal(String signal, String name) {
    ProcessHandle process = children().get(name);
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    command.add(Long.toString(process.pid()));
    process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code kill -9} does to itself. */
  void killItself() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What an interrupt does. */
  void interrupt() throws InterruptedException {
    process.destroy();
    process.waitFor(1, TimeUnit.MINUTES);
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Whether a process runs; a dead one that nobody has collected yet does not. */
  public static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Waits for something to become true; returns anyway when the time is over. */
  public static void waitUntil(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
        Thread.sleep(15);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
