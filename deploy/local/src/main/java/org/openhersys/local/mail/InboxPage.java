package org.openhersys.local.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the inbox on the loopback address: {@code GET /} for people, {@code GET /messages} as JSON,
 * both newest first. It changes nothing and asks for no password; anybody who can reach the
 * loopback address could send to the SMTP server, too.
 */
public final class InboxPage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STYLE =
      "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
          + "article{border:1px solid #bbb;border-radius:4px;padding:0 1em;margin:1em 0}"
          + "pre{white-space:pre-wrap;font:inherit}small{color:#555}";

  private final HttpServer server;
  private final Supplier<List<Mail>> inbox;

  /**
   * Listens.
   *
   * @param port where to listen, on the loopback address
   * @param inbox what is shown
   */
  public InboxPage(int port, Supplier<List<Mail>> inbox) {
    this.inbox = inbox;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      if (!exchange.getRequestMethod().equals("GET")) {
        headers.set("Allow", "GET");
        send(exchange, 405, "text/plain", "Only GET");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/" -> {
          headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
          send(exchange, 200, "text/html", page(inbox.get()));
        }
        case "/messages" ->
            send(exchange, 200, "application/json", JSON.writeValueAsString(inbox.get()));
        default -> send(exchange, 404, "text/plain", "/ and /messages are here");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String page(List<Mail> mails) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\">");
    html.append("<title>受信メール Inbox</title><style>").append(STYLE).append("</style>");
    html.append("<h1>受信メール Inbox</h1><p>").append(mails.size());
    html.append(" 通, newest first; as JSON: <a href=\"/messages\">/messages</a></p>");
    mails.forEach(mail -> article(html, mail));
    return html.append("</html>\n").toString();
  }

  private static void article(StringBuilder html, Mail mail) {
    html.append("<article><h2>").append(escaped(mail.subject())).append("</h2><small>");
    html.append(escaped(mail.from())).append(" → ").append(escaped(String.join(", ", mail.to())));
    html.append(" · ").append(escaped(mail.date())).append("</small><pre>");
    html.append(escaped(mail.text())).append("</pre></article>");
  }

  // Anybody can send a mail, and what it holds must stay text.
  private static String escaped(@Nullable String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }
}
