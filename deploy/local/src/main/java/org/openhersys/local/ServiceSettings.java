package org.openhersys.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openhersys.local.database.DatabasePreparation;

/** The environment that each service is started with; nothing secret stands on a command line. */
final class ServiceSettings {
  private static final String MAIL_FROM = "openhersys@localhost.invalid";

  private final Ports ports;
  private final Secrets secrets;
  private final SmtpSettings smtp;

  ServiceSettings(Ports ports, Secrets secrets, SmtpSettings smtp) {
    this.ports = ports;
    this.secrets = secrets;
    this.smtp = smtp;
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
        settings.put("HERSYS_FRONTEND_URL", ports.baseUrl());
      }
      case NOTIFICATION -> {
        login(settings, "QUARKUS_DATASOURCE", "hersys_notification", secrets.notification());
        worker(settings, "WORKER", "hersys_mailer", secrets.mailer());
        worker(settings, "BATCH", "hersys_batch", secrets.batch());
        settings.putAll(smtp.environment());
        settings.put("HERSYS_MAIL_FROM", MAIL_FROM);
        settings.put("HERSYS_FRONTEND_URL", ports.baseUrl());
      }
      case CASE_TRACKING -> {
        login(settings, "QUARKUS_DATASOURCE", "hersys_tracking", secrets.tracking());
        worker(settings, "WORKER", "hersys_tracking_worker", secrets.trackingWorker());
      }
    }
    return settings;
  }

  /** A pool of its own on the same database. */
  private static void worker(
      Map<String, String> settings, String name, String role, String password) {
    String source = "QUARKUS_DATASOURCE_" + name;
    settings.put(source + "_JDBC_URL", settings.get("QUARKUS_DATASOURCE_JDBC_URL"));
    login(settings, source, role, password);
  }

  private static void login(
      Map<String, String> settings, String source, String role, String password) {
    settings.put(source + "_USERNAME", role);
    settings.put(source + "_PASSWORD", password);
  }
}
