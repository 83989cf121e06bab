package org.openhersys.local.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A real SMTP server on the loopback address that delivers nothing: whoever a mail is for, it stays
 * in one inbox in memory, of which the newest {@value #MOST_MESSAGES} messages are kept.
 */
public final class MailServer implements AutoCloseable {
  static final int MOST_MESSAGES = 200;
  private static final long STARTUP_MILLISECONDS = 10_000;

  private final GreenMail server;
  private final MailFolder inbox;

  /**
   * Listens.
   *
   * @param port where to listen, on the loopback address
   */
  public MailServer(int port) {
    ServerSetup smtp = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    smtp.setServerStartupTimeout(STARTUP_MILLISECONDS);
    server = new GreenMail(smtp);
    server.start();
    try {
      GreenMailUser everybody = server.getUserManager().createUser("inbox", "inbox", "inbox");
      inbox = server.getManagers().getImapHostManager().getInbox(everybody);
      server
          .getUserManager()
          .setMessageDeliveryHandler(
              (message, recipient) -> {
                makeRoom();
                return everybody;
              });
    } catch (UserException | FolderException e) {
      throw new IllegalStateException("The mail server did not start", e);
    }
  }

  /** What has arrived, newest first; once for each address that a mail was sent to. */
  public List<Mail> received() {
    List<Mail> mails =
        new ArrayList<>(
            inbox.getNonDeletedMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .map(Mail::of)
                .toList());
    Collections.reverse(mails);
    return mails;
  }

  @Override
  public void close() {
    server.stop();
  }

  private synchronized void makeRoom() {
    List<StoredMessage> messages = inbox.getMessages();
    int tooMany = messages.size() - MOST_MESSAGES + 1;
    if (tooMany <= 0) {
      return;
    }
    messages.subList(0, tooMany).forEach(oldest -> oldest.setFlag(Flags.Flag.DELETED, true));
    try {
      inbox.expunge();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }
}
