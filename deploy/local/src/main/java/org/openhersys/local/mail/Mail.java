package org.openhersys.local.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a reader sees it: decoded.
 *
 * @param from the sender's address, or empty
 * @param to the addresses in To
 * @param date as the sender wrote it (RFC 3339), or null
 * @param messageId with its angle brackets (RFC 5322), or null
 * @param text the first part of plain text, at most {@value #MOST_CHARACTERS} characters of it;
 *     empty when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mail(
    String from,
    List<String> to,
    String subject,
    @Nullable String date,
    @Nullable String messageId,
    String text) {
  private static final int MOST_CHARACTERS = 20_000;

  static Mail of(MimeMessage message) {
    try {
      return new Mail(
          addresses(message.getFrom()).stream().findFirst().orElse(""),
          addresses(message.getRecipients(MimeMessage.RecipientType.TO)),
          message.getSubject() == null ? "" : message.getSubject(),
          instant(message.getSentDate()),
          message.getMessageID(),
          shortened(text(message)));
    } catch (MessagingException | IOException e) {
      return new Mail("", List.of(), "", null, null, "This message cannot be read: " + e);
    }
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? List.of()
        : Stream.of(addresses)
            .map(a -> a instanceof InternetAddress mailbox ? mailbox.getAddress() : a.toString())
            .toList();
  }

  private static @Nullable String instant(@Nullable Date date) {
    return date == null ? null : date.toInstant().toString();
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return part.getContent() instanceof String text ? text : raw(part);
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      return firstText(parts);
    }
    return "";
  }

  private static String firstText(Multipart parts) throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      String text = text(part);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String raw(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
