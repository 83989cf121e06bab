package org.openhersys.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the command line and the environment ask for; the command line wins.
 *
 * @param root the checkout, which holds the packaged services
 * @param data everything that is kept between starts
 * @param smtp who takes the mails
 * @param demo load the sample directory and walk the journey
 * @param fresh begin with an empty database and new secrets
 * @param exit stop everything after the walk
 */
public record Options(
    Path root,
    Path data,
    Ports ports,
    SmtpSettings smtp,
    boolean demo,
    boolean fresh,
    boolean exit) {

  /**
   * Reads the command line.
   *
   * @throws CannotStart on an unknown option or an unusable value
   */
  public static Options parse(Path root, List<String> arguments, Map<String, String> environment) {
    Map<String, Integer> ports = new LinkedHashMap<>(Ports.DEFAULT.byOption());
    if (SmtpSettings.isOther(environment)) {
      ports.put(Ports.SMTP, SmtpSettings.SUBMISSION_PORT);
    }
    ports.replaceAll((option, port) -> fromEnvironment(environment, option, port));
    String data = environment.getOrDefault("OPENHERSYS_DATA", "");
    Path dataDirectory = data.isEmpty() ? root.resolve("deploy/local/data") : Path.of(data);
    boolean demo = true;
    boolean fresh = false;
    boolean exit = false;

    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--no-demo" -> demo = false;
        case "--fresh" -> fresh = true;
        case "--exit" -> exit = true;
        case "--data" -> dataDirectory = Path.of(valueOf(option, rest));
        default -> {
          if (!ports.containsKey(option)) {
            throw new CannotStart("Unknown option " + option + "; --help tells those there are");
          }
          ports.put(option, portOf(option, valueOf(option, rest)));
        }
      }
    }
    return new Options(
        root,
        dataDirectory.toAbsolutePath().normalize(),
        portsOf(ports),
        SmtpSettings.of(environment, port(ports, Ports.SMTP)),
        demo,
        fresh,
        exit);
  }

  private static int fromEnvironment(Map<String, String> environment, String option, int port) {
    String variable =
        "OPENHERSYS_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    String value = environment.get(variable);
    return value == null || value.isEmpty() ? port : portOf(variable, value);
  }

  private static String valueOf(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new CannotStart(option + " needs a value");
    }
    return rest.next();
  }

  private static int portOf(String option, String value) {
    if (!value.matches("[0-9]{1,5}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 65535) {
      throw new CannotStart(option + ": " + value + " is not a port (1 to 65535)");
    }
    return Integer.parseInt(value);
  }

  // Every option stands in the map: it began with the defaults.
  private static int port(Map<String, Integer> byOption, String option) {
    return Objects.requireNonNull(byOption.get(option));
  }

  private static Ports portsOf(Map<String, Integer> byOption) {
    if (byOption.values().stream().distinct().count() < byOption.size()) {
      throw new CannotStart("Two of the ports are the same: " + byOption);
    }
    return new Ports(
        port(byOption, "--port"),
        port(byOption, "--identity-port"),
        port(byOption, "--notification-port"),
        port(byOption, "--case-tracking-port"),
        port(byOption, "--postgres-port"),
        port(byOption, "--smtp-port"),
        port(byOption, "--inbox-port"));
  }
}
