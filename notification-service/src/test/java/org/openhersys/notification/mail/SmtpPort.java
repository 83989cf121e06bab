package org.openhersys.notification.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The port at which the service looks for its mail server. Tests start servers there, or none; the
 * pauses are short.
 */
public class SmtpPort implements QuarkusTestResourceLifecycleManager {
  // A system property, because a test and its resource may stand in different class loaders.
  private static final String PORT = "hersys.test.smtp-port";

  @Override
  public Map<String, String> start() {
    String port = Integer.toString(freePort());
    System.setProperty(PORT, port);
    return Map.ofEntries(
        Map.entry("quarkus.mailer.host", "localhost"),
        Map.entry("quarkus.mailer.port", port),
        Map.entry("quarkus.mailer.start-tls", "DISABLED"),
        Map.entry("hersys.frontend-url", "https://hersys.test"),
        Map.entry("hersys.mail.from", "no-reply@hersys.test"),
        Map.entry("hersys.mail.poll", "50ms"),
        Map.entry("hersys.mail.lease", "30s"),
        Map.entry("hersys.mail.reply-timeout", "1s"),
        Map.entry("hersys.mail.broken-off-most", "3"),
        Map.entry("hersys.mail.pause.first", "100ms"),
        Map.entry("hersys.mail.pause.longest", "500ms"),
        Map.entry("hersys.mail.server-pause.first", "50ms"),
        Map.entry("hersys.mail.server-pause.longest", "200ms"),
        Map.entry("hersys.mail.housekeeping-every", "100ms"));
  }

  @Override
  public void stop() {
    System.clearProperty(PORT);
  }

  static int port() {
    return Integer.getInteger(PORT);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
