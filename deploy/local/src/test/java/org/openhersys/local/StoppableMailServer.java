package org.openhersys.local;

import java.util.List;
import org.openhersys.local.mail.Mail;
import org.openhersys.local.mail.MailServer;

/** A mail server that the system is told of, and that may be away. */
final class StoppableMailServer {
  private final int port;
  private MailServer server;

  /** Listens at once. */
  StoppableMailServer(int port) {
    this.port = port;
    start();
  }

  String host() {
    return "127.0.0.1";
  }

  void start() {
    server = new MailServer(port);
  }

  void stop() {
    server.close();
  }

  /** What has arrived since it was last started. */
  List<Mail> received() {
    return server.received();
  }
}
