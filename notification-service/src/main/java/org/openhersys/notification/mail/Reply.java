package org.openhersys.notification.mail;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * How the dialogue about a mail ended.
 *
 * @param name an SMTP reply code (RFC 5321 § 4.2) or the name of a fault, never a message: servers
 *     quote addresses in those
 */
record Reply(Verdict verdict, String name) {

  /** What follows for the mail, and for those behind it. */
  enum Verdict {
    /** 250: the server has taken it over. */
    ACCEPTED,
    /** 5xx on the recipient or the message: the same mail would be refused again. */
    REFUSED,
    /** 4xx on the recipient or the message: later. */
    DEFERRED,
    /**
     * The connection ended amid the dialogue, or nothing came: the mail may be why, so it goes to
     * the back.
     */
    BROKEN_OFF,
    /** The server is not there, or serves nobody: no mail is to blame. */
    OUT_OF_REACH
  }

  /** Of a mail that no message can be made of. */
  static final String UNWRITABLE = "UNWRITABLE";

  private static final int CLOSING = 421;
  // How the mail client begins what it says about a refused recipient, DATA and message. What it
  // says about greeting, login and sender concerns all mails alike.
  private static final List<String> ABOUT_THE_MAIL =
      List.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

  static Reply accepted() {
    return new Reply(Verdict.ACCEPTED, "250");
  }

  static Reply of(@Nullable Throwable failure) {
    if (failure instanceof SMTPException refusal) {
      return of(refusal);
    }
    if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
      return new Reply(Verdict.OUT_OF_REACH, "CONNECTION_FAILED");
    }
    if (failure instanceof SSLException) {
      return new Reply(Verdict.OUT_OF_REACH, "TLS_FAILED");
    }
    if (failure instanceof TimeoutException) {
      return new Reply(Verdict.BROKEN_OFF, "TIMED_OUT");
    }
    if (failure instanceof IllegalArgumentException) {
      // The mail client cannot make a message of it; no server is to blame.
      return new Reply(Verdict.REFUSED, UNWRITABLE);
    }
    if (failure instanceof java.io.IOException) {
      return new Reply(Verdict.BROKEN_OFF, "CONNECTION_BROKEN");
    }
    // Such as a server that offers no STARTTLS where it is required.
    return new Reply(Verdict.OUT_OF_REACH, "SERVER_UNSUITABLE");
  }

  private static Reply of(SMTPException refusal) {
    return new Reply(verdict(refusal), Integer.toString(refusal.getReplyCode()));
  }

  private static Verdict verdict(SMTPException refusal) {
    String said = String.valueOf(refusal.getMessage());
    if (ABOUT_THE_MAIL.stream().noneMatch(said::startsWith)) {
      return Verdict.OUT_OF_REACH;
    }
    if (refusal.getReplyCode() == CLOSING) {
      return Verdict.BROKEN_OFF;
    }
    return refusal.isPermanent() ? Verdict.REFUSED : Verdict.DEFERRED;
  }
}
