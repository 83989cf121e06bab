package org.openhersys.notification.mail;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.StringJoiner;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.time.Japan;

/**
 * Makes the mail from the outbox's row when it is sent. The row holds ids only; to them come the
 * recipient's own name and the address of the system ([S14-2]: no personal data).
 */
@Singleton
class WritingMail {
  private final @Nullable String from;
  private final String url;
  private final Clock clock;

  /**
   * @param url {@code hersys.frontend-url}: where people log in
   */
  @Inject
  WritingMail(
      MailSettings settings,
      @ConfigProperty(name = "hersys.frontend-url") String url,
      Clock clock) {
    this.from = settings.from().orElse(null);
    this.url = url;
    this.clock = clock;
    if (from != null && !OutgoingMail.isMailbox(from)) {
      throw new IllegalStateException(
          "hersys.mail.from must be a bare mailbox such as no-reply@example.jp");
    }
  }

  /**
   * The message of a mail whose recipient has an address.
   *
   * @throws RuntimeException when it cannot be written, such as a kind that this version does not
   *     know
   */
  MailMessage write(OutgoingMail mail) {
    // Without a sender nothing is sent (MailServer.missing).
    String sender = Objects.requireNonNull(from);
    MailKind kind = MailKind.valueOf(mail.kind());
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .set("Message-ID", messageId(mail, sender))
            .set(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    ZonedDateTime.ofInstant(clock.instant(), Japan.ZONE)))
            .set("Subject", EncodedWords.of("【OpenHERSYS】" + kind.title()))
            // RFC 3834: no automatic answers, please.
            .set("Auto-Submitted", "auto-generated");
    return new MailMessage()
        .setFrom(sender)
        .setTo(mail.address())
        .setHeaders(headers)
        .setText(text(mail, kind));
  }

  /** The same for each attempt, so that a repetition can be recognised. */
  private String messageId(OutgoingMail mail, String sender) {
    return "<" + mail.id() + sender.substring(sender.lastIndexOf('@')) + ">";
  }

  private String text(OutgoingMail mail, MailKind kind) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(oneLine(mail.recipientName()) + " 御中").add("").add(kind.sentence()).add("");
    if (mail.smartphoneEntryId() != null) {
      lines.add("スマホ入力ID: " + mail.smartphoneEntryId());
    }
    if (mail.smartphoneEntryId() == null || !kind.isFoundByEntryId()) {
      lines.add(kind.subjectLabel() + ": " + mail.subjectId());
    }
    return lines
        .add("システム: " + url)
        .add("")
        .add("このメールに個人情報は含まれていません。内容はシステムにログインして確認してください。")
        .add("このメールは自動で送信されています。返信しないでください。")
        .toString();
  }

  private static String oneLine(String name) {
    return name.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }
}
