package org.openhersys.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhersys.local.process.JavaCommand;
import org.openhersys.local.sample.SampleDirectory;

/**
 * Makes the first national administrator of a running installation that has no sample directory:
 * starts identity-service's own command with the settings of the running service. Arguments: login
 * id, display name, and where they shall not be the command's own, code and name of the
 * organisation.
 */
public final class FirstAdministrator {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final Pattern ACTIVATION_CODE = Pattern.compile("(?m)^activationCode: (\\S+)$");

  private FirstAdministrator() {}

  /** Ends with the status of identity-service's command, or 2 when it could not be started. */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException, IOException {
    try {
      Path root = Path.of(System.getProperty("openhersys.root", ".")).toAbsolutePath().normalize();
      Options options = Options.parse(root, List.of(), System.getenv());
      Process command = command(root, options.data(), arguments).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(new Thread(command::destroy, "stop"));
      return command.waitFor();
    } catch (CannotStart e) {
      OUT.println(e.getMessage());
      return 2;
    }
  }

  /**
   * Runs the command for the first account of the sample directory.
   *
   * @return the activation code that it printed
   * @throws CannotStart with what it printed, when there is no code in it
   */
  public static String invite(Path root, Path data) {
    try {
      Process process =
          command(root, data, new SampleDirectory().firstAdministrator())
              .redirectErrorStream(true)
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher code = ACTIVATION_CODE.matcher(printed);
      if (process.waitFor() != 0 || !code.find()) {
        throw new CannotStart("The first administrator could not be made:\n" + printed);
      }
      return code.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted", e);
    }
  }

  /**
   * The command, with everything secret in its environment.
   *
   * @throws CannotStart when nothing runs with that data directory
   */
  static ProcessBuilder command(Path root, Path data, List<String> arguments) {
    Ports ports = runningAt(data);
    ProcessBuilder command =
        JavaCommand.of(
            "-Xmx256m", "-jar", Service.IDENTITY.jar(root).toString(), "first-administrator");
    command.command().addAll(arguments);
    Secrets secrets = Secrets.in(data.resolve(DataDirectory.SECRETS));
    SmtpSettings smtp = SmtpSettings.of(Map.of(), ports.smtp());
    Map<String, String> environment = command.environment();
    environment.putAll(new ServiceSettings(ports, secrets, smtp).of(Service.IDENTITY));
    // The running service has the port.
    environment.put("QUARKUS_HTTP_HOST_ENABLED", "false");
    return command;
  }

  private static Ports runningAt(Path data) {
    Path file = data.resolve(DataDirectory.PORTS);
    CannotStart nothing =
        new CannotStart(
            "Nothing runs with the data in " + data + ". ./deploy/local/run --no-demo starts it.");
    if (!Files.exists(file)) {
      throw nothing;
    }
    try {
      Ports ports = Ports.read(file);
      new Socket(InetAddress.getLoopbackAddress(), ports.postgres()).close();
      return ports;
    } catch (ConnectException notThere) {
      throw nothing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
