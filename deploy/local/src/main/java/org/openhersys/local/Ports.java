package org.openhersys.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The TCP ports on the loopback address.
 *
 * @param proxy the one base URL
 * @param identity identity-service
 * @param notification notification-service
 * @param caseTracking case-tracking-service
 * @param postgres the database
 */
public record Ports(int proxy, int identity, int notification, int caseTracking, int postgres) {

  /** What is used when nothing else is said. */
  public static final Ports DEFAULT = new Ports(8080, 8081, 8082, 8083, 15432);

  /** Five ports that were free a moment ago. */
  public static Ports free() {
    ServerSocket[] sockets = new ServerSocket[5];
    try {
      for (int i = 0; i < sockets.length; i++) {
        sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      }
      return new Ports(
          sockets[0].getLocalPort(),
          sockets[1].getLocalPort(),
          sockets[2].getLocalPort(),
          sockets[3].getLocalPort(),
          sockets[4].getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      for (ServerSocket socket : sockets) {
        close(socket);
      }
    }
  }

  /** The base URL that fronts all services. */
  public String baseUrl() {
    return "http://localhost:" + proxy;
  }

  /**
   * Refuses to go on when somebody else listens on one of the ports.
   *
   * @throws CannotStart naming the port and the option that changes it
   */
  void requireFree() {
    byOption()
        .forEach(
            (option, port) -> {
              try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(
                    new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
              } catch (IOException e) {
                throw new CannotStart(
                    "Port %d is in use. Choose another with %s N.".formatted(port, option));
              }
            });
  }

  /** Each port under the option of the command line that sets it. */
  Map<String, Integer> byOption() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--port", proxy);
    ports.put("--identity-port", identity);
    ports.put("--notification-port", notification);
    ports.put("--case-tracking-port", caseTracking);
    ports.put("--postgres-port", postgres);
    return ports;
  }

  private static void close(ServerSocket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
