package org.openhersys.notification.mail;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A mail server that answers as a test wants: the script is given each command ({@link #GREETING}
 * at the start, {@link #MESSAGE} and the message at its end) and says the reply, {@link #SILENCE},
 * {@link #HANG_UP}, or null for what a good server replies.
 */
final class ScriptedSmtp implements AutoCloseable {
  static final String GREETING = "GREETING";
  static final String MESSAGE = "MESSAGE ";
  static final String SILENCE = "";
  static final String HANG_UP = "bye";

  private final ServerSocket socket;
  private final UnaryOperator<String> script;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private volatile boolean bareLineFeed;

  ScriptedSmtp(int port, UnaryOperator<String> script) {
    this.script = script;
    try {
      socket = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    new Thread(this::serve, "scripted-smtp").start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Everything that was said to it. */
  List<String> commands() {
    return commands;
  }

  /** The messages that came whole, whatever it replied. */
  List<String> messages() {
    return commands.stream().filter(command -> command.startsWith(MESSAGE)).toList();
  }

  /** Whether a line ended as no line of SMTP may (RFC 5321 § 2.3.8). */
  boolean sawBareLineFeed() {
    return bareLineFeed;
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        new Thread(() -> converse(connection), "scripted-smtp-connection").start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(watched(connection), StandardCharsets.UTF_8))) {
      OutputStream out = connection.getOutputStream();
      boolean goesOn = reply(out, GREETING, "220 scripted.test");
      while (goesOn) {
        String command = in.readLine();
        goesOn = command != null && answer(in, out, command);
      }
    } catch (IOException over) {
      return;
    }
  }

  private InputStream watched(Socket connection) throws IOException {
    return new FilterInputStream(connection.getInputStream()) {
      private int before;

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        for (int i = from; i < from + count; i++) {
          bareLineFeed |= into[i] == '\n' && before != '\r';
          before = into[i];
        }
        return count;
      }
    };
  }

  private boolean answer(BufferedReader in, OutputStream out, String command) throws IOException {
    if (command.equals("DATA")) {
      return reply(out, command, "354 go on") && reply(out, MESSAGE + message(in), "250 taken");
    }
    if (command.startsWith("EHLO")) {
      return reply(out, command, "250-scripted.test\r\n250 AUTH PLAIN");
    }
    return reply(out, command, command.equals("QUIT") ? "221 bye" : "250 ok")
        && !command.equals("QUIT");
  }

  private static String message(BufferedReader in) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line).append('\n');
    }
    return message.toString();
  }

  private boolean reply(OutputStream out, String command, String usual) throws IOException {
    commands.add(command);
    String scripted = script.apply(command);
    String said = scripted == null ? usual : scripted;
    if (said.equals(HANG_UP)) {
      return false;
    }
    if (!said.equals(SILENCE)) {
      out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    return !(command.equals("DATA") && !said.startsWith("354"));
  }
}
