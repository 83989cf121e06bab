package org.openhersys.notification.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.openhersys.api.testing.HersysDatabase;

/** Organisations with mailboxes, what the outbox holds for them, and a real mail server. */
@WithTestResource(value = SmtpPort.class, scope = TestResourceScope.GLOBAL)
public final class Mailing {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private Mailing() {}

  /** A real server at the port where the service looks for one. */
  static GreenMail server() {
    GreenMail server =
        new GreenMail(new ServerSetup(SmtpPort.port(), "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  /** Gives the organisation a mailbox of its own. */
  static String addressOf(UUID organisation) {
    String address = "t" + organisation + "@centre.test";
    setAddress(organisation, address);
    return address;
  }

  static void setAddress(UUID organisation, String address) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into identity.organisation_setting (organisation_id, mail_address) values (?, ?)
                    on conflict (organisation_id) do update set mail_address = excluded.mail_address
                    """,
                    organisation,
                    address));
  }

  /** What another service posts; the id of the mail. */
  static UUID posted(MailKind kind, UUID recipient) {
    UUID subject = UUID.randomUUID();
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.createQuery("select notification.post_mail(?, ?, ?, '', null)")
                    .bind(0, kind.name())
                    .bind(1, recipient)
                    .bind(2, subject)
                    .map((row, context) -> true)
                    .one());
    return mailsAbout(subject).get(0);
  }

  static List<UUID> mailsAbout(UUID subject) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery("select id from notification.mail where subject_id = ?")
                    .bind(0, subject)
                    .mapTo(UUID.class)
                    .list());
  }

  static String column(UUID mail, String column) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                h.createQuery(
                        "select cast(" + column + " as text) from notification.mail where id = ?")
                    .bind(0, mail)
                    .mapTo(String.class)
                    .one());
  }

  static String state(UUID mail) {
    return column(mail, "state");
  }

  static void change(UUID mail, String change) {
    HersysDatabase.owner()
        .useHandle(
            h -> h.execute("update notification.mail set " + change + " where id = ?", mail));
  }

  static void waitUntilSent(UUID mail) {
    waitUntil(() -> state(mail).equals("SENT"));
  }

  static List<MimeMessage> received(GreenMail server, String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(message -> to(message).equals(address))
        .toList();
  }

  private static String to(MimeMessage message) {
    try {
      return message.getRecipients(RecipientType.TO)[0].toString();
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Everything a reader, or somebody on the way, could see of it. */
  static String everythingOf(MimeMessage message) {
    try {
      return GreenMailUtil.getWholeMessage(message)
          + "\n"
          + message.getSubject()
          + "\n"
          + message.getContent();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Asks again until it is so; fails when that takes too long. */
  public static void waitUntil(BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain");
      }
      pause(Duration.ofMillis(20));
    }
  }

  /** Long enough for the mailer to have done what it should not do. */
  static void afterSeveralPolls() {
    pause(Duration.ofMillis(600));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
