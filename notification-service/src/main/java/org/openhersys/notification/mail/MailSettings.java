package org.openhersys.notification.mail;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How mails are sent ({@code hersys.mail.*}); the values stand in application.properties. */
@ConfigMapping(prefix = "hersys.mail")
interface MailSettings {

  /** The sender, a mailbox that somebody reads (refusals by other servers come back to it). */
  Optional<String> from();

  /** How often the outbox is looked at. */
  Duration poll();

  /**
   * For how long a mail is one mailer's; a dialogue is given up after a third of it, so that it is
   * over when the lease is.
   */
  Duration lease();

  /** How long a connection may take. */
  Duration connectTimeout();

  /** How long the server may say nothing. */
  Duration replyTimeout();

  /** Between two attempts at one mail. */
  Pauses pause();

  /** At which attempt a mail is parked over which the server breaks off once more. */
  int brokenOffMost();

  /** Before a server is spoken to again that was out of reach. */
  Pauses serverPause();

  /** How often revived and old mails are looked for. */
  Duration housekeepingEvery();

  /** For how long a mail without an address waits for one. */
  Duration revivesFor();

  /** For how long sent and parked mails are listed. */
  Duration kept();

  /** When a mail that waits makes the service unwell. */
  Duration lateAfter();

  /** Pauses that double. */
  interface Pauses {
    Duration first();

    Duration longest();
  }
}
