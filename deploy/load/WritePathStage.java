import com.nimbusds.jwt.JWTClaimsSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.openhersys.api.database.SchemaMigration;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.TestIssuer;

/**
 * The stage for measuring the write path: an embedded PostgreSQL with fsync on, the packaged notification-service, one
 * institution with its health centre, and a token of its record system. Arguments: the project's root, a new empty folder.
 * Writes {@code stage.env} into the folder when everything stands, and takes all down when its standard input ends.
 */
class WritePathStage {
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgres").toFile())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("timezone", "UTC")
            .start();
    String url = postgres.getJdbcUrl("postgres", "postgres");
    System.setProperty("hersys.test.jdbc-url", url);
    try (Connection connection = DriverManager.getConnection(url);
        Statement roles = connection.createStatement()) {
      roles.execute(Files.readString(root.resolve("deploy/postgres/roles.sql")));
    }
    SchemaMigration.migrate(url, "postgres", "");

    UUID centre = Directory.healthCentre("011011");
    Login ehr = Directory.machine(Directory.institution("011011"), "notification.write");
    TestIssuer issuer = new TestIssuer();
    Map<String, String> settings = issuer.start();
    int port = freePort();
    Process service = service(root, folder, url, settings, port);
    try {
      awaitReady(port, service);
      JWTClaimsSet claims =
          ehr.claims().expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1)))).build();
      Files.writeString(
          folder.resolve("stage.env"),
          """
          HTTP_URL=http://localhost:%d/api/v1/notifications
          TOKEN=%s
          POSTGRES_PORT=%d
          PRINCIPAL=%s
          ORGANISATION=%s
          SESSION=%s
          CENTRE=%s
          """
              .formatted(
                  port,
                  TestIssuer.sign(claims, TestIssuer.key()),
                  postgres.getPort(),
                  ehr.principal(),
                  ehr.organisation(),
                  ehr.session(),
                  centre));
      System.in.readAllBytes();
    } finally {
      service.destroy();
      service.waitFor();
      issuer.stop();
      postgres.close();
    }
  }

  private static Process service(
      Path root, Path folder, String url, Map<String, String> settings, int port) throws Exception {
    ProcessBuilder start =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-jar",
            root.resolve("notification-service/target/quarkus-app/quarkus-run.jar").toString());
    start
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL", url.replaceAll("user=[^&]*", "user=hersys_notification"),
                "QUARKUS_DATASOURCE_PASSWORD", "unused",
                "QUARKUS_DATASOURCE_WORKER_JDBC_URL", url.replaceAll("user=[^&]*", "user=hersys_mailer"),
                "QUARKUS_DATASOURCE_WORKER_PASSWORD", "unused",
                "QUARKUS_DATASOURCE_BATCH_JDBC_URL", url.replaceAll("user=[^&]*", "user=hersys_batch"),
                "QUARKUS_DATASOURCE_BATCH_PASSWORD", "unused",
                "HERSYS_ISSUER", settings.get("hersys.issuer"),
                "HERSYS_JWKS_URL", settings.get("hersys.jwks-url"),
                "HERSYS_CURSOR_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    File log = folder.resolve("service.log").toFile();
    return start.redirectErrorStream(true).redirectOutput(log).start();
  }

  private static void awaitReady(int port, Process service) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready")).build();
    for (int i = 0; i < 300 && service.isAlive(); i++) {
      try {
        if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (java.io.IOException notYet) {
        // The port is not open yet.
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("the service did not become ready; see service.log");
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
