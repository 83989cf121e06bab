package org.openhersys.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The inbox of the local SMTP server, as anybody at this machine may look at it. */
public final class Inbox {
  private final Http http;

  /**
   * @param address where the launcher shows it
   */
  public Inbox(String address) {
    this.http = new Http(address);
  }

  /** Subject and text of the newest mail that holds such a text. */
  Optional<String> mailWith(String text) {
    JsonNode mails = http.send(Request.get("/messages")).expecting(200).json();
    for (JsonNode mail : mails) {
      String shown =
          "To: %s%nSubject: %s%n%n%s"
              .formatted(
                  mail.path("to").asText(),
                  mail.path("subject").asText(),
                  mail.path("text").asText());
      if (shown.contains(text)) {
        return Optional.of(shown);
      }
    }
    return Optional.empty();
  }
}
