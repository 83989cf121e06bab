package org.openhersys.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The TCP ports on the loopback address.
 *
 * @param proxy the one base URL
 * @param identity identity-service
 * @param notification notification-service
 * @param caseTracking case-tracking-service
 * @param postgres the database
 * @param smtp the mail server: the launcher's own, or another one elsewhere
 * @param inbox the page that shows what the launcher's own mail server received
 */
public record Ports(
    int proxy,
    int identity,
    int notification,
    int caseTracking,
    int postgres,
    int smtp,
    int inbox) {

  static final String SMTP = "--smtp-port";
  private static final String INBOX = "--inbox-port";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is used when nothing else is said. */
  public static final Ports DEFAULT = new Ports(8080, 8081, 8082, 8083, 15432, 2525, 8025);

  /** Ports that were free a moment ago. */
  public static Ports free() {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 7; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return new Ports(
          sockets.get(0).getLocalPort(),
          sockets.get(1).getLocalPort(),
          sockets.get(2).getLocalPort(),
          sockets.get(3).getLocalPort(),
          sockets.get(4).getLocalPort(),
          sockets.get(5).getLocalPort(),
          sockets.get(6).getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  /** The base URL that fronts all services. */
  public String baseUrl() {
    return "http://localhost:" + proxy;
  }

  /** Where the inbox of the launcher's own mail server is shown. */
  String inboxUrl() {
    return "http://localhost:" + inbox;
  }

  /**
   * Refuses to go on when somebody else listens on one of the ports.
   *
   * @param ownMail whether the launcher's own mail server will listen, too
   * @throws CannotStart naming the port and the option that changes it
   */
  void requireFree(boolean ownMail) {
    Map<String, Integer> wanted = byOption();
    if (!ownMail) {
      wanted.keySet().removeAll(List.of(SMTP, INBOX));
    }
    wanted.forEach(
        (option, port) -> {
          try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
          } catch (IOException e) {
            throw new CannotStart(
                "Port %d is in use. Choose another with %s N.".formatted(port, option));
          }
        });
  }

  /** Writes them down for commands that run beside the launcher. */
  void write(Path file) {
    try {
      PrivateFile.write(file, JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@link #write} wrote. */
  static Ports read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), Ports.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each port under the option of the command line that sets it. */
  Map<String, Integer> byOption() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--port", proxy);
    ports.put("--identity-port", identity);
    ports.put("--notification-port", notification);
    ports.put("--case-tracking-port", caseTracking);
    ports.put("--postgres-port", postgres);
    ports.put(SMTP, smtp);
    ports.put(INBOX, inbox);
    return ports;
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
