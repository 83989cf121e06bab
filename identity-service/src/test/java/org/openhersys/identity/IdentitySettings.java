package org.openhersys.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Settings of the service under test; it verifies its own tokens with its own published keys. */
public class IdentitySettings implements QuarkusTestResourceLifecycleManager {
  /** Who issues the tokens. */
  public static final String ISSUER = "https://hersys.test";

  private static final String NOT_A_SECRET = "not-a-secret-but-32-bytes-long!!";

  @Override
  public Map<String, String> start() {
    String port = Integer.toString(freePort());
    return Map.of(
        "hersys.issuer",
        ISSUER,
        "hersys.jwks-url",
        "http://localhost:" + port + "/.well-known/jwks.json",
        "quarkus.http.test-port",
        port,
        "hersys.secrets.key",
        Base64.getEncoder().encodeToString(NOT_A_SECRET.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void stop() {}

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
