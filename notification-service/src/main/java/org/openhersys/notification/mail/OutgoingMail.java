package org.openhersys.notification.mail;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a mailer has claimed and is about to send.
 *
 * @param kind the name of a {@link MailKind}, or of one that only a newer version knows
 * @param attempts with this one; nobody else holds the claim of this number
 * @param recipientName of the organisation
 * @param address the organisation's mailbox at this moment, or null
 */
record OutgoingMail(
    UUID id,
    String kind,
    UUID subjectId,
    @Nullable String smartphoneEntryId,
    int attempts,
    String recipientName,
    @Nullable String address) {
  // What the SMTP dialogue and the header can carry without extensions and without quoting (RFC
  // 5321 § 4.1.2): nothing else may get into a command.
  private static final Pattern MAILBOX =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  static boolean isMailbox(@Nullable String address) {
    return MAILBOX.matcher(address).matches();
  }
}
