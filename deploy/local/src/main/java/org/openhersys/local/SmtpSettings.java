package org.openhersys.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where notification-service hands mails over.
 *
 * @param host null for the launcher's own server, which delivers nothing and whose inbox can be
 *     looked at
 * @param user null where the server asks for none
 * @param password of that user
 */
record SmtpSettings(
    @Nullable String host, int port, @Nullable String user, @Nullable String password) {
  /** Message submission (RFC 6409). */
  static final int SUBMISSION_PORT = 587;

  private static final int IMPLICIT_TLS_PORT = 465;

  /**
   * Reads {@code OPENHERSYS_SMTP_HOST}, {@code …_USER} and {@code …_PASSWORD}.
   *
   * @param port of the server, whichever it is
   */
  static SmtpSettings of(Map<String, String> environment, int port) {
    String host = isOther(environment) ? environment.get("OPENHERSYS_SMTP_HOST") : null;
    String user = environment.get("OPENHERSYS_SMTP_USER");
    boolean login = host != null && user != null && !user.isEmpty();
    return new SmtpSettings(
        host,
        port,
        login ? user : null,
        login ? environment.getOrDefault("OPENHERSYS_SMTP_PASSWORD", "") : null);
  }

  /** Whether another SMTP server than the launcher's own is named. */
  static boolean isOther(Map<String, String> environment) {
    return !environment.getOrDefault("OPENHERSYS_SMTP_HOST", "").isEmpty();
  }

  boolean isOwn() {
    return host == null;
  }

  /**
   * As the mailer reads them. Our own server speaks no TLS, and the loopback address needs none;
   * elsewhere it is used where it is offered, and a password is never sent without it.
   */
  Map<String, String> environment() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("QUARKUS_MAILER_MOCK", "false");
    settings.put("QUARKUS_MAILER_HOST", host == null ? "127.0.0.1" : host);
    settings.put("QUARKUS_MAILER_PORT", Integer.toString(port));
    settings.put("QUARKUS_MAILER_TLS", Boolean.toString(!isOwn() && port == IMPLICIT_TLS_PORT));
    settings.put("QUARKUS_MAILER_START_TLS", startTls());
    if (user != null && password != null) {
      settings.put("QUARKUS_MAILER_USERNAME", user);
      settings.put("QUARKUS_MAILER_PASSWORD", password);
    }
    return settings;
  }

  private String startTls() {
    if (isOwn() || port == IMPLICIT_TLS_PORT) {
      return "DISABLED";
    }
    return user == null ? "OPTIONAL" : "REQUIRED";
  }

  /** Without the password. */
  @Override
  public String toString() {
    return isOwn() ? "127.0.0.1:" + port : host + ":" + port;
  }
}
