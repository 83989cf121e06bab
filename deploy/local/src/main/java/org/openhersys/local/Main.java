package org.openhersys.local;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import org.openhersys.local.founding.Founding;
import org.openhersys.local.journey.Http;
import org.openhersys.local.journey.Inbox;
import org.openhersys.local.journey.Journey;
import org.openhersys.local.journey.People;
import org.openhersys.local.journey.Transcript;
import org.openhersys.local.sample.CredentialsFile;
import org.openhersys.local.sample.SampleDirectory;

/** The launcher. The system property {@code openhersys.root} names the checkout. */
public final class Main {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Main() {}

  /** Starts everything, walks the journey, and goes on until it is interrupted. */
  public static void main(String[] arguments) throws Exception {
    try (InputStream logging = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    try {
      Path root = Path.of(System.getProperty("openhersys.root", ".")).toAbsolutePath().normalize();
      return run(Options.parse(root, arguments, System.getenv()));
    } catch (CannotStart e) {
      OUT.println(e.getMessage());
      return 2;
    }
  }

  private static int run(Options options) throws InterruptedException {
    try (Installation installation = Installation.of(options, text -> OUT.println("» " + text))) {
      Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
      installation.start();
      CredentialsFile sample = installation.credentials();
      boolean succeeded = sample == null || walk(options, sample);
      new Summary(options, installation.data(), OUT).print();
      if (!options.exit()) {
        OUT.println("Ctrl-C stops everything.");
        new CountDownLatch(1).await();
      }
      return succeeded ? 0 : 1;
    }
  }

  private static boolean walk(Options options, CredentialsFile file) {
    Clock clock = Clock.systemUTC();
    Http http = new Http(options.ports().baseUrl());
    Transcript transcript = new Transcript(OUT);
    People people = new People(http, file, clock);
    Inbox inbox = options.smtp().isOwn() ? new Inbox(options.ports().inboxUrl()) : null;
    try {
      new Founding(
              http,
              file,
              new SampleDirectory(),
              () -> FirstAdministrator.invite(options.root(), options.data()),
              transcript,
              people)
          .run();
      new Journey(http, inbox, file, people, transcript, clock).walk();
      return true;
    } catch (RuntimeException e) {
      OUT.println();
      OUT.println("The walk ended early: " + e.getMessage());
      return false;
    }
  }
}
