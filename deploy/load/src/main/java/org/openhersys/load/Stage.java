package org.openhersys.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openhersys.local.FirstAdministrator;
import org.openhersys.local.Installation;
import org.openhersys.local.Options;
import org.openhersys.local.Ports;
import org.openhersys.local.Secrets;
import org.openhersys.local.Service;
import org.openhersys.local.database.DatabasePreparation;
import org.openhersys.local.founding.Founding;
import org.openhersys.local.journey.Http;
import org.openhersys.local.journey.MachineClient;
import org.openhersys.local.journey.People;
import org.openhersys.local.journey.Person;
import org.openhersys.local.journey.Request;
import org.openhersys.local.journey.Transcript;
import org.openhersys.local.process.Program;
import org.openhersys.local.process.SupervisedProcess;
import org.openhersys.local.sample.CredentialsFile;
import org.openhersys.local.sample.SampleDirectory;

/**
 * The whole system, started fresh as it is for anybody: the packaged services, PostgreSQL with
 * every commit on disk, a small founded directory, and nothing loaded yet.
 */
final class Stage implements AutoCloseable {
  /** Staff of the centre that receives what the sample hospital sends. */
  static final String STAFF = "kakuu.chuo";

  /** Our own, by the names of their processes. */
  static final List<String> SERVICES = Stream.of(Service.values()).map(Service::title).toList();

  private static final Duration TOKEN_RENEWED_EVERY = Duration.ofMinutes(2);

  private final Options options;
  private final Installation installation;
  private final CredentialsFile credentials;
  private final People people;
  private final Http http;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong();
  private final SyntheticForms forms = new SyntheticForms(LocalDate.now(ZoneId.of("Asia/Tokyo")));
  private final ScheduledExecutorService renewing =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "tokens");
            thread.setDaemon(true);
            return thread;
          });

  private Stage(Options options, Installation installation) {
    this.options = options;
    this.installation = installation;
    this.credentials =
        Objects.requireNonNull(installation.credentials(), "there is a sample directory");
    this.http = new Http(options.ports().baseUrl());
    this.people = new People(http, credentials, Clock.systemUTC());
  }

  /**
   * Starts it.
   *
   * @param root the checkout with the packaged services
   * @param data where database and logs are; emptied
   */
  static Stage start(Path root, Path data, PrintStream out) {
    Options options =
        Options.parse(
            root, List.of("--fresh", "--exit", "--data", data.toString()), System.getenv());
    Installation installation = Installation.of(options, text -> out.println("» " + text));
    Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
    installation.start();
    Stage stage = new Stage(options, installation);
    Transcript silent =
        new Transcript(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    new Founding(
            stage.http,
            stage.credentials,
            new SampleDirectory(),
            () -> FirstAdministrator.invite(root, options.data()),
            silent,
            stage.people)
        .run();
    return stage;
  }

  Ports ports() {
    return options.ports();
  }

  /** Starts one more process, and returns when {@code ready} is answered 200. */
  SupervisedProcess startGuest(String name, Program program, URI ready) {
    return installation.startGuest(name, program, ready);
  }

  /** Processor time used so far. */
  ProcessTimes times() {
    return ProcessTimes.of(installation.data().processes());
  }

  /** The access token of a sample client that has a scope; it is renewed before it ends. */
  String machine(String scope) {
    return token(
        scope,
        () ->
            new MachineClient(http, credentials.credentials().clientWith(scope), Clock.systemUTC())
                .requestToken()
                .text("/access_token"));
  }

  /** The access token of a sample account; it is renewed before it ends. */
  String person(String loginId) {
    return token(
        loginId,
        () -> {
          String[] token = new String[1];
          new Person(http, credentials, loginId, Clock.systemUTC())
              .logIn(
                  exchange -> {
                    if (exchange.status() == 201) {
                      token[0] = exchange.text("/accessToken");
                    }
                  });
          return token[0];
        });
  }

  /** Another notification, of somebody whom no other is about. */
  Request submission() {
    return new Request(
            "POST",
            "/api/v1/notifications",
            Map.of("Content-Type", "application/json"),
            forms.of(number.incrementAndGet()))
        .with("Idempotency-Key", "load-" + UUID.randomUUID())
        .as(machine("notification.write"));
  }

  /** A form as {@link #submission} sends it. */
  String form() {
    return forms.of(number.incrementAndGet());
  }

  Request get(String target, String token) {
    return Request.get("/api/v1/" + target).as(token);
  }

  /** A superuser's connection. */
  Connection database() throws SQLException {
    return DriverManager.getConnection(
        databaseUrl(DatabasePreparation.DATABASE), "postgres", databasePassword());
  }

  /** The JDBC address of one of PostgreSQL's databases. */
  String databaseUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + ports().postgres() + "/" + database;
  }

  String databasePassword() {
    return Secrets.in(installation.data().secrets()).superuser();
  }

  /** The first column of the first row. */
  String value(String query) {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  void execute(String... statements) {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Does something while PostgreSQL has the machine to itself: the services stand still. What was
   * written meanwhile for others to work off, events and mails, is taken away again.
   */
  <T> T withTheDatabaseAlone(Supplier<T> work) {
    awaitQuiet();
    String last = value("select coalesce(max(sequence), 0) from notification.event");
    return whileStill(
        SERVICES,
        () -> {
          T done = work.get();
          execute(
              "delete from notification.mail where subject_id in (select aggregate_id from notification.event where sequence > "
                  + last
                  + ")",
              "delete from notification.event where sequence > " + last,
              "vacuum analyze notification.event, notification.mail",
              "checkpoint");
          return done;
        });
  }

  /** Does something while those processes stand still. */
  <T> T whileStill(List<String> processes, Supplier<T> work) {
    try {
      signal("-STOP", processes);
      return work.get();
    } finally {
      signal("-CONT", processes);
    }
  }

  private void signal(String signal, List<String> processes) {
    for (String process : processes) {
      try {
        String pid = Long.toString(times().pid(process));
        new ProcessBuilder("kill", signal, pid).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Waits until every event has become a case and every mail is sent, so that one measurement does
   * not burden the next.
   */
  void awaitQuiet() {
    String open =
        """
        select (select count(*) from notification.event e, tracking.reader_position p where (e.xid, e.sequence) > (p.xid, p.sequence))
             + (select count(*) from notification.mail where state = 'WAITING' and next_attempt_at <= now())
        """;
    while (!value(open).equals("0")) {
      Traffic.pause(Duration.ofMillis(200));
    }
  }

  @Override
  public void close() {
    renewing.shutdownNow();
    installation.close();
  }

  private String token(String whose, Supplier<String> fresh) {
    String token = tokens.get(whose);
    if (token != null) {
      return token;
    }
    synchronized (this) {
      if (!tokens.containsKey(whose)) {
        tokens.put(whose, fresh.get());
        var unused =
            renewing.scheduleWithFixedDelay(
                () -> tokens.put(whose, fresh.get()),
                TOKEN_RENEWED_EVERY.toSeconds(),
                TOKEN_RENEWED_EVERY.toSeconds(),
                TimeUnit.SECONDS);
      }
      return tokens.get(whose);
    }
  }
}
