package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
  @TempDir Path directory;

  @Test
  void theMailerLogsInAsItsOwnRoleAndHandsOverToTheLocalServer() {
    Secrets secrets = Secrets.in(directory.resolve("secrets.json"));

    Map<String, String> settings = settings(secrets, Map.of()).of(Service.NOTIFICATION);

    assertEquals("hersys_mailer", settings.get("QUARKUS_DATASOURCE_WORKER_USERNAME"));
    assertEquals(secrets.mailer(), settings.get("QUARKUS_DATASOURCE_WORKER_PASSWORD"));
    assertEquals(
        "jdbc:postgresql://127.0.0.1:15432/hersys",
        settings.get("QUARKUS_DATASOURCE_WORKER_JDBC_URL"));
    assertEquals("hersys_batch", settings.get("QUARKUS_DATASOURCE_BATCH_USERNAME"));
    assertEquals(secrets.batch(), settings.get("QUARKUS_DATASOURCE_BATCH_PASSWORD"));
    assertEquals("127.0.0.1", settings.get("QUARKUS_MAILER_HOST"));
    assertEquals("2525", settings.get("QUARKUS_MAILER_PORT"));
    assertEquals("DISABLED", settings.get("QUARKUS_MAILER_START_TLS"));
    assertEquals("false", settings.get("QUARKUS_MAILER_TLS"));
    assertEquals("false", settings.get("QUARKUS_MAILER_MOCK"));
    assertEquals("openhersys@localhost.invalid", settings.get("HERSYS_MAIL_FROM"));
    assertEquals("http://localhost:8080", settings.get("HERSYS_FRONTEND_URL"));
  }

  @Test
  void aPasswordForAnotherMailServerIsNeverSentWithoutTls() {
    Map<String, String> login =
        Map.of(
            "OPENHERSYS_SMTP_HOST", "smtp.mihon.invalid",
            "OPENHERSYS_SMTP_USER", "mihon",
            "OPENHERSYS_SMTP_PASSWORD", "himitsu");

    Map<String, String> submission = SmtpSettings.of(login, 587).environment();
    Map<String, String> implicit = SmtpSettings.of(login, 465).environment();

    assertEquals("REQUIRED", submission.get("QUARKUS_MAILER_START_TLS"));
    assertEquals("mihon", submission.get("QUARKUS_MAILER_USERNAME"));
    assertEquals("himitsu", submission.get("QUARKUS_MAILER_PASSWORD"));
    assertEquals("true", implicit.get("QUARKUS_MAILER_TLS"));
    assertFalse(SmtpSettings.of(login, 587).toString().contains("himitsu"));
  }

  @Test
  void aLoginForTheLocalServerIsNotPassedOn() {
    Map<String, String> settings =
        SmtpSettings.of(Map.of("OPENHERSYS_SMTP_USER", "mihon"), 2525).environment();

    assertFalse(settings.containsKey("QUARKUS_MAILER_USERNAME"));
  }

  private static ServiceSettings settings(Secrets secrets, Map<String, String> environment) {
    return new ServiceSettings(Ports.DEFAULT, secrets, SmtpSettings.of(environment, 2525));
  }
}
