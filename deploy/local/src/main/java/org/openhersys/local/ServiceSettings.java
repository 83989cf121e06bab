package org.openhersys.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openhersys.local.database.DatabasePreparation;

/** The environment that each service is started with; nothing secret stands on a command line. */
final class ServiceSettings {
  private final Ports ports;
  private final Secrets secrets;
  private final DataDirectory data;
  private final boolean sampleDirectory;

  /**
   * @param sampleDirectory whether identity-service shall load the sample directory when it has
   *     none
   */
  ServiceSettings(Ports ports, Secrets secrets, DataDirectory data, boolean sampleDirectory) {
    this.ports = ports;
    this.secrets = secrets;
    this.data = data;
    this.sampleDirectory = sampleDirectory;
  }

  Map<String, String> of(Service service) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(ports)));
    settings.put("QUARKUS_LOG_CONSOLE_COLOR", "false");
    settings.put("HERSYS_ISSUER", ports.baseUrl());
    settings.put("HERSYS_AUDIENCE", "openhersys");
    settings.put(
        "HERSYS_JWKS_URL", "http://127.0.0.1:%d/.well-known/jwks.json".formatted(ports.identity()));
    settings.put("HERSYS_CURSOR_KEY", secrets.cursorKey());
    settings.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s"
            .formatted(ports.postgres(), DatabasePreparation.DATABASE));
    switch (service) {
      case IDENTITY -> {
        login(settings, "QUARKUS_DATASOURCE", "hersys_identity", secrets.identity());
        settings.put("HERSYS_SECRETS_KEY", secrets.secretsKey());
        if (sampleDirectory) {
          settings.put("HERSYS_DIRECTORY_SEED", data.seed().toString());
        }
      }
      case NOTIFICATION ->
          login(settings, "QUARKUS_DATASOURCE", "hersys_notification", secrets.notification());
      case CASE_TRACKING -> {
        login(settings, "QUARKUS_DATASOURCE", "hersys_tracking", secrets.tracking());
        settings.put(
            "QUARKUS_DATASOURCE_WORKER_JDBC_URL", settings.get("QUARKUS_DATASOURCE_JDBC_URL"));
        login(
            settings,
            "QUARKUS_DATASOURCE_WORKER",
            "hersys_tracking_worker",
            secrets.trackingWorker());
      }
    }
    return settings;
  }

  private static void login(
      Map<String, String> settings, String source, String role, String password) {
    settings.put(source + "_USERNAME", role);
    settings.put(source + "_PASSWORD", password);
  }
}
