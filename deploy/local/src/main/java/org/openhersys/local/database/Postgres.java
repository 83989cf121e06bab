package org.openhersys.local.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.DataDirectory;
import org.openhersys.local.PrivateFile;
import org.openhersys.local.process.Backoff;
import org.openhersys.local.process.Leftovers;
import org.openhersys.local.process.ProcessRecords;

/**
 * PostgreSQL of this installation: real program files, data kept between starts, every commit on
 * disk before it is acknowledged, on the loopback address only, with passwords from the first
 * moment. It is started again when it was killed.
 */
public final class Postgres {
  static final String SUPERUSER = "postgres";
  private static final String NAME = "postgres";
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final DataDirectory data;
  private final int port;
  private final String password;
  private final ProcessRecords records;
  private final Consumer<String> news;
  private final Backoff backoff = new Backoff();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "postgres-watch"));

  private @Nullable EmbeddedPostgres server;
  private @Nullable ProcessHandle process;
  private Instant startedAt = Instant.EPOCH;
  private volatile boolean stopped;

  /**
   * @param password of the superuser
   * @param news is told when the server ended and is started again
   */
  public Postgres(
      DataDirectory data,
      int port,
      String password,
      ProcessRecords records,
      Consumer<String> news) {
    this.data = data;
    this.port = port;
    this.password = password;
    this.records = records;
    this.news = news;
  }

  /** Starts the server, making an empty cluster at the first start, and watches it from then on. */
  public synchronized void start() {
    stopLeftover();
    launch();
    var unused =
        watch.scheduleWithFixedDelay(
            this::lookAfter, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops the server as PostgreSQL's fast shutdown does, and waits for its end. */
  public void stop() {
    stopped = true;
    watch.shutdownNow();
    synchronized (this) {
      if (server != null) {
        close(server);
        stopLeftover();
        records.remove(NAME);
      }
    }
  }

  /** The JDBC address of one of its databases. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void launch() {
    Path passwordFile = data.database().resolveSibling("initial-password");
    try {
      PrivateFile.directory(data.database());
      PrivateFile.directory(data.programs());
      PrivateFile.write(passwordFile, password);
      // A failed start leaves this lock held by nobody; the data directory has its own.
      Files.deleteIfExists(data.database().resolve("epg-lock"));
      startedAt = Instant.now();
      server = settings(passwordFile).start();
      ProcessHandle postmaster =
          ProcessHandle.of(PostmasterFile.in(data.database()).orElseThrow().pid()).orElseThrow();
      process = postmaster;
      records.put(NAME, postmaster);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start; see " + data.log(NAME), e);
    } finally {
      passwordFile.toFile().delete();
    }
  }

  private EmbeddedPostgres.Builder settings(Path passwordFile) {
    // Where it unpacks, and looks for old data: never the shared temporary directory.
    System.setProperty("ot.epg.working-dir", data.programs().toString());
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(data.log(NAME).toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(data.database())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(30))
        .setPort(port)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setConnectConfig("password", password)
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "120")
        .setServerConfig("shared_buffers", "256MB");
  }

  private synchronized void lookAfter() {
    if (stopped || server == null || process == null || process.isAlive()) {
      return;
    }
    Duration wait = backoff.afterLifeOf(Duration.between(startedAt, Instant.now()));
    news.accept("postgres ended; it is started again. Log: " + data.log(NAME));
    try {
      close(server);
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
      launch();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      news.accept("postgres could not be started yet: " + e.getMessage());
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server whose launcher was killed before it could record it. */
  private void stopLeftover() {
    PostmasterFile.in(data.database())
        .ifPresent(server -> Leftovers.stop(NAME, server.pid(), server.started()));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** PostgreSQL's own record of its running server: process id and start in whole seconds. */
  private record PostmasterFile(long pid, Instant started) {
    static Optional<PostmasterFile> in(Path database) {
      Path file = database.resolve("postmaster.pid");
      try {
        if (!Files.exists(file)) {
          return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 3
            ? Optional.empty()
            : Optional.of(
                new PostmasterFile(
                    Long.parseLong(lines.get(0).trim()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
