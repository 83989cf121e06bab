package org.openhersys.notification.mail;

import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.openhersys.notification.mail.Reply.Verdict;

/**
 * Sends what is due. Any number of mailers may do so at once: each mail is claimed with a lease
 * before the server is spoken to, and no transaction is open meanwhile. What a mailer's death
 * between the server's 250 and our mark means stands in ADR 10.
 */
@Singleton
class SendingMails {
  private static final Logger LOG = Logger.getLogger(SendingMails.class);

  /** On one connection; some servers take no more. */
  private static final int BATCH = 100;

  private final MailerDatabase database;
  private final OutgoingRecords outbox;
  private final WritingMail writing;
  private final MailServer server;
  private final MailSettings settings;
  private final GrowingPause pause;
  private final GrowingPause serverPause;
  private final Clock clock;
  private Instant serverRestsUntil = Instant.MIN;
  private int serverFailures;

  @Inject
  SendingMails(
      MailerDatabase database,
      OutgoingRecords outbox,
      WritingMail writing,
      MailServer server,
      MailSettings settings,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.writing = writing;
    this.server = server;
    this.settings = settings;
    this.clock = clock;
    RandomGenerator random = RandomGenerator.getDefault();
    this.pause = new GrowingPause(settings.pause().first(), settings.pause().longest(), random);
    this.serverPause =
        new GrowingPause(settings.serverPause().first(), settings.serverPause().longest(), random);
  }

  /**
   * Sends the next mails that are due. Never called by two threads at once.
   *
   * @return whether to go on at once, because there may be more
   * @throws RuntimeException when the database did not serve; a claimed mail then waits for the end
   *     of its lease
   */
  boolean sendOn() {
    if (!server.missing().isEmpty() || clock.instant().isBefore(serverRestsUntil)) {
      return false;
    }
    try (SmtpConversation conversation = server.conversation()) {
      for (int i = 0; i < BATCH; i++) {
        Optional<OutgoingMail> mail =
            database.jdbi().withHandle(handle -> outbox.claim(handle, settings.lease()));
        if (mail.isEmpty() || !send(conversation, mail.get())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the next one may be tried. */
  private boolean send(SmtpConversation conversation, OutgoingMail mail) {
    if (mail.address() == null) {
      work(handle -> outbox.park(handle, mail, OutgoingRecords.NO_ADDRESS));
      LOG.infof("mail parked mail=%s failure=%s", mail.id(), OutgoingRecords.NO_ADDRESS);
      return true;
    }
    if (!OutgoingMail.isMailbox(mail.address())) {
      park(mail, "ADDRESS_UNUSABLE");
      return true;
    }
    Optional<MailMessage> message = written(mail);
    return message.isEmpty() || settle(mail, conversation.send(message.get()));
  }

  // Whatever is thrown: one mail that cannot be written must not keep the others from going out.
  private Optional<MailMessage> written(OutgoingMail mail) {
    try {
      return Optional.of(writing.write(mail));
    } catch (RuntimeException failure) {
      park(mail, Reply.UNWRITABLE);
      LOG.errorf(
          "mail cannot be written mail=%s fault=%s", mail.id(), failure.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private boolean settle(OutgoingMail mail, Reply reply) {
    switch (reply.verdict()) {
      case ACCEPTED -> work(handle -> outbox.sent(handle, mail));
      case REFUSED -> park(mail, reply.name());
      case DEFERRED -> postpone(mail, reply);
      case BROKEN_OFF -> {
        if (mail.attempts() < settings.brokenOffMost()) {
          postpone(mail, reply);
        } else {
          park(mail, reply.verdict().name());
        }
      }
      case OUT_OF_REACH -> work(handle -> outbox.giveBack(handle, mail, reply.name()));
    }
    boolean goesOn =
        reply.verdict() != Verdict.OUT_OF_REACH && reply.verdict() != Verdict.BROKEN_OFF;
    serverFailures = goesOn ? 0 : serverFailures + 1;
    if (!goesOn) {
      serverRestsUntil = clock.instant().plus(serverPause.after(serverFailures));
      LOG.warnf(
          "mail server does not serve failure=%s times=%d next=%s",
          reply.name(), serverFailures, serverRestsUntil);
    }
    return goesOn;
  }

  private void postpone(OutgoingMail mail, Reply reply) {
    work(handle -> outbox.postpone(handle, mail, reply.name(), pause.after(mail.attempts())));
  }

  private void park(OutgoingMail mail, String failure) {
    work(handle -> outbox.park(handle, mail, failure));
    LOG.errorf("mail parked mail=%s kind=%s failure=%s", mail.id(), mail.kind(), failure);
  }

  private void work(Consumer<Handle> statement) {
    database.jdbi().useHandle(statement::accept);
  }
}
