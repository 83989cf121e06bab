package org.openhersys.local;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.database.DatabasePreparation;
import org.openhersys.local.database.Postgres;
import org.openhersys.local.mail.InboxPage;
import org.openhersys.local.mail.MailServer;
import org.openhersys.local.process.Guard;
import org.openhersys.local.process.Leftovers;
import org.openhersys.local.process.ProcessRecords;
import org.openhersys.local.process.Program;
import org.openhersys.local.process.SupervisedProcess;
import org.openhersys.local.proxy.Proxy;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;
import org.openhersys.local.sample.SampleDirectory;

/** The whole of it on one machine: database, services, proxy, and what watches over them. */
public final class Installation implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);

  private final Options options;
  private final Consumer<String> news;
  private final DataDirectory data;
  private final Map<Service, SupervisedProcess> services = new ConcurrentSkipListMap<>();
  private final List<SupervisedProcess> guests = new CopyOnWriteArrayList<>();

  private @Nullable ProcessRecords records;
  private volatile @Nullable SupervisedProcess guard;
  private volatile @Nullable Postgres postgres;
  private volatile @Nullable Proxy proxy;
  private volatile @Nullable MailServer mail;
  private volatile @Nullable InboxPage inbox;
  private @Nullable CredentialsFile credentials;
  private boolean closed;

  private Installation(Options options, DataDirectory data, Consumer<String> news) {
    this.options = options;
    this.data = data;
    this.news = news;
  }

  /**
   * Takes the data directory; nothing runs yet.
   *
   * @throws CannotStart when another launcher has it
   */
  public static Installation of(Options options, Consumer<String> news) {
    return new Installation(options, DataDirectory.open(options.data()), news);
  }

  /**
   * Starts everything, in order, and waits until the services are ready.
   *
   * @throws CannotStart on what the person at the keyboard can put right
   */
  public void start() {
    requirePackaged();
    List<String> leftovers = Leftovers.stop(data.processes());
    if (!leftovers.isEmpty()) {
      news.accept("Stopped what an earlier start had left running: " + leftovers);
    }
    options.ports().requireFree(options.smtp().isOwn());
    if (options.fresh()) {
      data.empty();
    }
    options.ports().write(data.ports());
    ProcessRecords records = ProcessRecords.begin(data.processes());
    this.records = records;
    startGuard(records);
    Secrets secrets = Secrets.in(data.secrets());
    startDatabase(secrets, records);
    if (options.demo()) {
      prepareSample();
    }
    if (options.smtp().isOwn()) {
      startMail();
    }
    startServices(new ServiceSettings(options.ports(), secrets, options.smtp()), records);
  }

  /** With what one logs in; null without sample directory. */
  public @Nullable CredentialsFile credentials() {
    return credentials;
  }

  public DataDirectory data() {
    return data;
  }

  /**
   * Starts one more process beside the services of a started installation: recorded as they are,
   * and stopped with everything if it was not before. Returns when it is ready.
   *
   * @param ready is answered 200 as soon as it is
   * @throws CannotStart when it does not get ready
   */
  public SupervisedProcess startGuest(String name, Program program, URI ready) {
    SupervisedProcess process =
        new SupervisedProcess(
            name,
            program,
            data.log(name),
            Objects.requireNonNull(records, "the installation is started"),
            news);
    guests.add(process);
    unlessClosed(process::start);
    new Readiness(START_PATIENCE).await(process, ready);
    return process;
  }

  /** Stops everything, the database last, and leaves no process behind. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    if (postgres != null) {
      news.accept("Stopping everything");
    }
    if (proxy != null) {
      proxy.close();
    }
    Stream.concat(services.values().stream(), guests.stream())
        .parallel()
        .forEach(SupervisedProcess::stop);
    closeMail();
    if (postgres != null) {
      postgres.stop();
    }
    if (guard != null) {
      guard.stop();
    }
    data.close();
  }

  private void startMail() {
    unlessClosed(
        () -> {
          MailServer server = new MailServer(options.ports().smtp());
          mail = server;
          inbox = new InboxPage(options.ports().inbox(), server::received);
        });
  }

  private void closeMail() {
    if (inbox != null) {
      inbox.close();
    }
    if (mail != null) {
      mail.close();
    }
  }

  private void requirePackaged() {
    for (Service service : Service.values()) {
      if (!Files.exists(service.jar(options.root()))) {
        throw new CannotStart(
            service.title() + " is not built. ./deploy/local/run does it, or: mvn package");
      }
    }
  }

  private void startGuard(ProcessRecords records) {
    SupervisedProcess process =
        new SupervisedProcess(
            "guard", () -> Guard.command(data.processes()), data.log("guard"), records, text -> {});
    guard = process;
    unlessClosed(process::start);
  }

  private void startDatabase(Secrets secrets, ProcessRecords records) {
    long begin = System.nanoTime();
    Postgres server =
        new Postgres(data, options.ports().postgres(), secrets.superuser(), records, news);
    postgres = server;
    unlessClosed(server::start);
    new DatabasePreparation(server, secrets, options.root().resolve("deploy/postgres/roles.sql"))
        .run();
    news.accept(
        "PostgreSQL runs on port %d and is migrated (%.1f s)"
            .formatted(options.ports().postgres(), seconds(begin)));
  }

  private void prepareSample() {
    String baseUrl = options.ports().baseUrl();
    SampleDirectory directory = new SampleDirectory();
    Credentials sample =
        Credentials.read(data.credentials()).orElseGet(() -> directory.credentials(baseUrl));
    if (!directory.isThatOf(sample)) {
      throw new CannotStart(
          "The sample directory in %s is one of an earlier version. --fresh makes a new one; --no-demo goes on without a walk."
              .formatted(options.data()));
    }
    credentials = CredentialsFile.write(data.credentials(), sample, baseUrl);
  }

  private void startServices(ServiceSettings settings, ProcessRecords records) {
    long begin = System.nanoTime();
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, service.port(options.ports()));
      SupervisedProcess process =
          new SupervisedProcess(
              service.title(),
              new ServiceProgram(
                  service.jar(options.root()), settings.of(service), !options.exit()),
              data.log(service.title()),
              records,
              news);
      services.put(service, process);
      unlessClosed(process::start);
    }
    proxy = new Proxy(options.ports().proxy(), ports);
    Readiness readiness = new Readiness(START_PATIENCE);
    services.forEach(
        (service, process) ->
            readiness.await(process, Readiness.ofService(service.port(options.ports()))));
    news.accept("Services and proxy are ready (%.1f s)".formatted(seconds(begin)));
  }

  /** An interrupt may come at any moment; nothing is started after it. */
  private synchronized void unlessClosed(Runnable start) {
    if (closed) {
      throw new CannotStart("Interrupted");
    }
    start.run();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
