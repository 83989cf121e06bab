package org.openhersys.identity;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import org.openhersys.identity.administrator.FirstAdministratorCommand;

/** Runs the service, or with words one command beside it. */
@QuarkusMain
public class Main {
  /** A command opens no port and leaves the service's regular work to the service. */
  private static final Map<String, String> OF_A_COMMAND =
      Map.of(
          "quarkus.http.host-enabled", "false",
          "quarkus.scheduler.enabled", "false",
          // What a command answers stands alone on standard output.
          "quarkus.log.console.stderr", "true",
          "quarkus.log.console.level", "WARN");

  private Main() {}

  /** Without words: the service. */
  public static void main(String... words) {
    if (words.length == 0) {
      Quarkus.run();
      return;
    }
    OF_A_COMMAND.forEach(System::setProperty);
    Quarkus.run(FirstAdministratorCommand.class, words);
  }
}
