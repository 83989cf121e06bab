package org.openhersys.notification.fax;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.json.QueryId;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.form.Disease;

/**
 * What is known of a fax when it is registered.
 *
 * @param receivedOn FAX受信日, in Japan's calendar
 * @param pages 枚数, 1 to 500, or null
 * @param institution 送信元の医療機関, or null where it is not known
 */
record FaxDetails(LocalDate receivedOn, @Nullable Integer pages, @Nullable UUID institution) {
  private static final int MOST_PAGES = 500;

  /**
   * Of the query parameters.
   *
   * @param receivedOn today when null
   * @param today the day in Japan
   * @throws ProblemException 422 for what is unreadable or out of bounds, lies in the future or
   *     before the disease was known
   */
  static FaxDetails parse(
      @Nullable String receivedOn,
      @Nullable String pages,
      @Nullable String institution,
      LocalDate today) {
    LocalDate day = receivedOn == null ? today : day(receivedOn);
    if (day.isAfter(today)) {
      throw ProblemException.invalidContent(
          "", "RECEIVED_IN_FUTURE", "receivedOnが未来の日付です", "receivedOn lies in the future");
    }
    if (day.isBefore(Disease.COVID_19.firstDay())) {
      throw ProblemException.invalidContent(
          "",
          "RECEIVED_BEFORE_DISEASE_EXISTED",
          "receivedOnがこの疾病が知られる前の日付です",
          "receivedOn lies before the disease was known");
    }
    return new FaxDetails(
        day, pages == null ? null : pages(pages), QueryId.parse("institutionId", institution));
  }

  /** In one line, for what an idempotency key stands for. */
  String text() {
    return receivedOn + " " + pages + " " + institution;
  }

  private static LocalDate day(String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException unreadable) {
      // told below, as any other text that is no date
    }
    throw ProblemException.invalidContent(
        "", "DATE_UNREADABLE", "receivedOnが日付ではありません", "receivedOn is not a date");
  }

  private static int pages(String text) {
    int count = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (count < 1 || count > MOST_PAGES) {
      throw ProblemException.invalidContent(
          "", "PAGES_OUT_OF_BOUNDS", "pagesは1〜500です", "pages is 1 to 500");
    }
    return count;
  }
}
