package org.openhersys.notification.mail;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to the server, one after the other on one connection. After a mail that was not
 * accepted the next begins a connection of its own: what is left of the old one cannot harm it.
 */
final class SmtpConversation implements AutoCloseable {
  private final Vertx vertx;
  private final MailConfig options;
  private final Duration longest;
  private @Nullable MailClient client;

  /**
   * @param longest for a whole dialogue; how long the server may be silent stands in the options
   */
  SmtpConversation(Vertx vertx, MailConfig options, Duration longest) {
    this.vertx = vertx;
    this.options = options;
    this.longest = longest;
  }

  /** Hands it over, and says how that ended; it always ends. */
  Reply send(MailMessage message) {
    MailClient begun = client;
    if (begun == null) {
      begun = MailClient.create(vertx, options);
      client = begun;
    }
    Reply reply = dialogue(begun, message);
    if (reply.verdict() != Reply.Verdict.ACCEPTED) {
      close();
    }
    return reply;
  }

  private Reply dialogue(MailClient server, MailMessage message) {
    try {
      server
          .sendMail(message)
          .toCompletionStage()
          .toCompletableFuture()
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return Reply.accepted();
    } catch (ExecutionException failure) {
      return Reply.of(failure.getCause());
    } catch (TimeoutException tooLong) {
      return Reply.of(tooLong);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return new Reply(Reply.Verdict.BROKEN_OFF, "SERVICE_ENDING");
    }
  }

  /** Says goodbye to the server without waiting for its answer. */
  @Override
  public void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
