package org.openhersys.notification.mail;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.database.Database;

/**
 * The mailer's own role ({@code hersys_mailer}) and pool: it sees the mails and the addresses of
 * organisations, nothing of people, and serves no caller.
 */
@Singleton
class MailerDatabase {
  private final Jdbi jdbi;

  @Inject
  MailerDatabase(@DataSource("worker") AgroalDataSource source) {
    this.jdbi = Database.of(source);
  }

  /** SQL as the mailer. */
  Jdbi jdbi() {
    return jdbi;
  }
}
