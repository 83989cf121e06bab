package org.openhersys.local.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhersys.local.Ports;

/** Mails sent over SMTP, and what the page shows of them. */
class InboxTest {
  private final Ports ports = Ports.free();
  private final MailServer server = new MailServer(ports.smtp());
  private final InboxPage page = new InboxPage(ports.inbox(), server::received);

  @AfterEach
  void stop() {
    page.close();
    server.close();
  }

  @Test
  void aMailIsShownDecoded() throws Exception {
    MimeMessage sent = mail("発生届が届きました", "スマホ入力ID 1234-5678-9012\n確認してください。", "UTF-8");

    Transport.send(sent);

    JsonNode mail = messages().get(0);
    assertEquals("openhersys@localhost.invalid", mail.path("from").asText());
    assertEquals("madoguchi@mihon.invalid", mail.at("/to/0").asText());
    assertEquals("発生届が届きました", mail.path("subject").asText());
    assertTrue(
        mail.path("text").asText().startsWith("スマホ入力ID 1234-5678-9012"),
        mail.path("text").asText());
    assertEquals("2026-11-24T00:00:00Z", mail.path("date").asText());
    assertEquals(sent.getMessageID(), mail.path("messageId").asText());
  }

  @Test
  void anOldCharsetAndAPartOfSeveralAreReadToo() throws Exception {
    MimeBodyPart picture = new MimeBodyPart();
    picture.setContent(new byte[] {1, 2}, "application/octet-stream");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("架空の本文", "ISO-2022-JP");
    MimeMessage sent = mail("架空", "", "ISO-2022-JP");
    sent.setContent(new MimeMultipart(picture, text));

    Transport.send(sent);

    assertEquals("架空の本文", messages().get(0).path("text").asText().strip());
  }

  @Test
  void theNewestComesFirst() throws Exception {
    Transport.send(mail("first", "1", "UTF-8"));
    Transport.send(mail("second", "2", "UTF-8"));

    JsonNode messages = messages();

    assertEquals("second", messages.get(0).path("subject").asText());
    assertEquals("first", messages.get(1).path("subject").asText());
  }

  @Test
  void onlyTheNewestAreKept() throws Exception {
    Session session = session();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      for (int i = 1; i <= MailServer.MOST_MESSAGES + 3; i++) {
        MimeMessage mail = mail("number " + i, "x", "UTF-8");
        transport.sendMessage(mail, mail.getAllRecipients());
      }
    }

    List<Mail> kept = server.received();

    assertEquals(MailServer.MOST_MESSAGES, kept.size());
    assertEquals("number 4", kept.get(kept.size() - 1).subject());
  }

  @Test
  void whatAMailHoldsStaysTextOnThePage() throws Exception {
    Transport.send(mail("<script>alert(1)</script>", "a < b & \"c\"", "UTF-8"));

    String html = get("/").body();

    assertFalse(html.contains("<script>"), html);
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
    assertTrue(html.contains("a &lt; b &amp; &quot;c&quot;"), html);
  }

  @Test
  void thePageOnlyShows() throws Exception {
    assertEquals(404, get("/secrets.json").statusCode());
    assertEquals(
        405,
        send(request("/messages").POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode());
  }

  @Test
  void neitherListensBeyondTheLoopbackAddress() throws Exception {
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertFalse(listens(address, ports.smtp()), "SMTP on " + address);
          assertFalse(listens(address, ports.inbox()), "inbox on " + address);
        }
      }
    }
  }

  private static boolean listens(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (ConnectException refused) {
      return false;
    }
  }

  private MimeMessage mail(String subject, String text, String charset) throws MessagingException {
    MimeMessage mail = new MimeMessage(session());
    mail.setFrom(new InternetAddress("openhersys@localhost.invalid"));
    mail.setRecipients(Message.RecipientType.TO, "madoguchi@mihon.invalid");
    mail.setSubject(subject, charset);
    mail.setText(text, charset);
    mail.setSentDate(Date.from(java.time.Instant.parse("2026-11-24T00:00:00Z")));
    return mail;
  }

  private Session session() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(ports.smtp()));
    return Session.getInstance(properties);
  }

  private JsonNode messages() throws Exception {
    HttpResponse<String> answer = get("/messages");
    assertEquals(
        "application/json; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.inbox() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
