package org.openhersys.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhersys.notification.mail.Reply.Verdict;

/** How each way a dialogue can end is understood, against a server that plays it. */
class SmtpConversationTest {
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user, REFUSED",
    "RCPT, 553 not allowed, REFUSED",
    "DATA, 554 no, REFUSED",
    "MESSAGE, 554 looks like spam, REFUSED",
    "RCPT, 451 greylisted, DEFERRED",
    "RCPT, 452 mailbox full, DEFERRED",
    "MESSAGE, 451 try later, DEFERRED",
    "RCPT, 421 closing, BROKEN_OFF",
    "MESSAGE, bye, BROKEN_OFF",
    "RCPT, bye, BROKEN_OFF",
    "GREETING, 554 nobody is served, OUT_OF_REACH",
    "GREETING, 421 busy, OUT_OF_REACH",
    "AUTH, 535 wrong password, OUT_OF_REACH",
    "MAIL, 550 sender not known, OUT_OF_REACH",
    "MAIL, 451 too many, OUT_OF_REACH"
  })
  void onlyWhatIsSaidOfRecipientOrMessageIsTheMailsFault(
      String at, String reply, Verdict expected) {
    try (ScriptedSmtp server = new ScriptedSmtp(0, said -> said.startsWith(at) ? reply : null)) {
      Reply ended = send(options(server.port()).setUsername("u").setPassword("p"));

      assertEquals(expected, ended.verdict());
      assertEquals(reply.equals("bye") ? "CONNECTION_BROKEN" : reply.substring(0, 3), ended.name());
    }
  }

  @ParameterizedTest
  @CsvSource({"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "MESSAGE"})
  void aServerThatFallsSilentIsLeft(String at) {
    try (ScriptedSmtp server =
        new ScriptedSmtp(0, said -> said.startsWith(at) ? ScriptedSmtp.SILENCE : null)) {
      assertEquals(Verdict.BROKEN_OFF, send(options(server.port())).verdict());
    }
  }

  @Test
  void aWholeDialogueIsBoundedToo() {
    try (ScriptedSmtp server =
            new ScriptedSmtp(0, said -> said.startsWith("RCPT") ? ScriptedSmtp.SILENCE : null);
        SmtpConversation conversation =
            new SmtpConversation(
                VERTX, options(server.port()).setIdleTimeout(60_000), Duration.ofMillis(500))) {
      assertEquals(
          new Reply(Verdict.BROKEN_OFF, "TIMED_OUT"), conversation.send(message("a@centre.test")));
    }
  }

  @Test
  void nobodyListeningIsNoMailsFault() {
    assertEquals(
        new Reply(Verdict.OUT_OF_REACH, "CONNECTION_FAILED"), send(options(SmtpPort.freePort())));
    assertEquals(
        new Reply(Verdict.OUT_OF_REACH, "CONNECTION_FAILED"),
        send(options(25).setHostname("mail.invalid")));
  }

  @Test
  void withoutEncryptionWhereItIsRequiredNothingIsSaid() {
    try (ScriptedSmtp server = new ScriptedSmtp(0, said -> null)) {
      Reply ended =
          send(
              options(server.port())
                  .setStarttls(StartTLSOptions.REQUIRED)
                  .setUsername("u")
                  .setPassword("p"));

      assertEquals(new Reply(Verdict.OUT_OF_REACH, "SERVER_UNSUITABLE"), ended);
      assertFalse(
          server.commands().stream()
              .anyMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL")));
    }
  }

  @Test
  void afterARefusalTheNextMailGoesOut() {
    try (ScriptedSmtp server =
            new ScriptedSmtp(0, said -> said.contains("<bad@") ? "550 no such user" : null);
        SmtpConversation conversation =
            new SmtpConversation(VERTX, options(server.port()), Duration.ofSeconds(5))) {
      assertEquals(Reply.accepted(), conversation.send(message("good@centre.test")));
      assertEquals(Verdict.REFUSED, conversation.send(message("bad@centre.test")).verdict());
      assertEquals(Reply.accepted(), conversation.send(message("better@centre.test")));
      assertEquals(2, server.messages().size());
    }
  }

  @Test
  void mailsOfABatchShareAConnection() {
    try (ScriptedSmtp server = new ScriptedSmtp(0, said -> null);
        SmtpConversation conversation =
            new SmtpConversation(VERTX, options(server.port()), Duration.ofSeconds(5))) {
      conversation.send(message("a@centre.test"));
      conversation.send(message("b@centre.test"));

      assertEquals(1, server.commands().stream().filter(ScriptedSmtp.GREETING::equals).count());
      assertTrue(server.messages().get(1).contains("b@centre.test"));
    }
  }

  private static MailConfig options(int port) {
    return new MailConfig("localhost", port)
        .setStarttls(StartTLSOptions.DISABLED)
        .setConnectTimeout(1_000)
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout(500)
        .setPipelining(false)
        .setMaxPoolSize(1);
  }

  private static Reply send(MailConfig options) {
    try (SmtpConversation conversation =
        new SmtpConversation(VERTX, options, Duration.ofSeconds(10))) {
      return conversation.send(message("a@centre.test"));
    }
  }

  private static MailMessage message(String to) {
    return new MailMessage()
        .setFrom("no-reply@hersys.test")
        .setTo(to)
        .setSubject("見本")
        .setText("見本の文\n");
  }
}
