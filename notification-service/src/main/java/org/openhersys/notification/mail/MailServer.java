package org.openhersys.notification.mail;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The SMTP server that mails are handed to, as {@code quarkus.mailer.*} says: host, port, tls,
 * start-tls, username, password, login, auth-methods, own-host-name, tls-configuration-name.
 * Quarkus's own mailer is not used: it bounds neither how long a server may be silent nor how long
 * a hung connection is kept.
 */
@Singleton
class MailServer {
  // RFC 2606: a name that never exists; the default, so that a forgotten setting is noticed.
  private static final String NOBODY = ".invalid";
  private static final int SMTP = 25;
  private static final int SMTPS = 465;

  private final Vertx vertx;
  private final MailSettings settings;
  private final MailerRuntimeConfig server;
  private final TlsConfigurationRegistry tls;

  @Inject
  MailServer(
      Vertx vertx,
      MailSettings settings,
      MailersRuntimeConfig mailers,
      TlsConfigurationRegistry tls) {
    this.vertx = vertx;
    this.settings = settings;
    this.server = Objects.requireNonNull(mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME));
    this.tls = tls;
  }

  /** The settings without which no mail can be sent; empty when mail is configured. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (settings.from().isEmpty()) {
      missing.add("hersys.mail.from");
    }
    if (server.host().endsWith(NOBODY)) {
      missing.add("quarkus.mailer.host");
    }
    return missing;
  }

  /** A conversation about some mails; not yet begun. */
  SmtpConversation conversation() {
    return new SmtpConversation(vertx, options(), settings.lease().dividedBy(3));
  }

  private MailConfig options() {
    boolean implicitTls = server.tls().orElse(false);
    MailConfig options = new MailConfig();
    server
        .tlsConfigurationName()
        .ifPresent(name -> TlsConfigUtils.configure(options, configuration(name)));
    options
        .setSsl(implicitTls)
        .setStarttls(StartTLSOptions.valueOf(server.startTLS().toUpperCase(Locale.ROOT)))
        .setHostname(server.host())
        .setPort(server.port().orElse(implicitTls ? SMTPS : SMTP))
        .setLogin(LoginOption.valueOf(server.login().toUpperCase(Locale.ROOT)))
        .setConnectTimeout((int) settings.connectTimeout().toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout((int) settings.replyTimeout().toMillis())
        // One command at a time: a refusal must be known to be the recipient's or the server's.
        .setPipelining(false)
        .setMaxPoolSize(1);
    server.username().ifPresent(options::setUsername);
    server.password().ifPresent(options::setPassword);
    server.authMethods().ifPresent(options::setAuthMethods);
    server.ownHostName().ifPresent(options::setOwnHostname);
    return options;
  }

  private TlsConfiguration configuration(String name) {
    return tls.get(name)
        .orElseThrow(() -> new IllegalStateException("no TLS configuration named " + name));
  }
}
