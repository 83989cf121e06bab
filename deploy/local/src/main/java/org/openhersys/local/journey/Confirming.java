package org.openhersys.local.journey;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 保健所確認: the receiving centre is told by mail, looks the patient up by the smartphone entry id,
 * asks the sender back, sets the status and confirms.
 */
final class Confirming {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Transcript transcript;
  private final @Nullable Inbox inbox;
  private final Person centre;
  private final Person sender;
  private final SyntheticPatient patient;
  private final LocalDate today;

  /**
   * @param inbox null where the mails of this system go to another server
   * @param today the date in Japan
   */
  Confirming(
      Transcript transcript,
      @Nullable Inbox inbox,
      Person centre,
      Person sender,
      SyntheticPatient patient,
      LocalDate today) {
    this.transcript = transcript;
    this.inbox = inbox;
    this.centre = centre;
    this.sender = sender;
    this.patient = patient;
    this.today = today;
  }

  /**
   * Shows it.
   *
   * @return the id of the notification's case
   */
  String show(Exchange receipt) {
    String entryId = receipt.text("/smartphoneEntryId");
    mail(entryId);
    String notification = lookUp(entryId);
    question(notification);
    return confirm(notification);
  }

  private void mail(String entryId) {
    transcript.chapter("The centre is told by mail メールによる通知");
    Inbox shown = inbox;
    if (shown == null) {
      transcript.remark("the mail goes to the configured SMTP server");
      return;
    }
    transcript.step("A mail arrives, with the smartphone entry id and no personal data ([S14-2])");
    String text = Awaiting.something(PATIENCE, "no mail arrived", () -> shown.mailWith(entryId));
    transcript.quote(text);
    UnexpectedAnswer.unless(
        !text.contains(patient.name()) && !text.contains(patient.kana()), "the mail tells a name");
  }

  private String lookUp(String entryId) {
    transcript.chapter("保健所確認 Confirming");
    transcript.step("What waits to be confirmed, the oldest first");
    transcript.exchange(centre.get("/api/v1/notifications?state=TO_BE_CONFIRMED&limit=1"), 200);
    transcript.step("The staff look the patient up by the smartphone entry id of the mail");
    Exchange found =
        transcript.exchange(
            centre.send(
                Request.postJson(
                    "/api/v1/notifications/search", Map.of("smartphoneEntryId", entryId))),
            200);
    return found.text("/items/0/id");
  }

  private void question(String notification) {
    transcript.step("Something is to be asked: the notification goes back to its sender");
    Exchange asked =
        transcript.exchange(
            centre.send(
                Request.postJson(
                    theNotification(notification) + "/questions",
                    Map.of(
                        "items",
                        List.of(Map.of("pointer", "/onsetDate", "text", "発病日を確認してください（架空の例）"))))),
            201);
    String question = asked.text("/items/0/id");

    transcript.step("The ward corrects the onset date: a new revision, checked like the first");
    Exchange present = sender.get(theNotification(notification)).expecting(200);
    transcript.exchange(
        sender.send(
            Request.patchJson(
                    theNotification(notification),
                    Map.of("onsetDate", patient.onsetBefore(today).minusDays(1).toString()))
                .with("If-Match", present.header("ETag"))),
        200);
    transcript.step("And answers");
    transcript.line(
        sender.send(
            Request.postJson(
                theNotification(notification) + "/questions/" + question + "/answer",
                Map.of("text", "診療録のとおりです（架空の例）"))),
        200);
  }

  private String confirm(String notification) {
    String path = theNotification(notification) + "/confirmation";
    transcript.step("One screen: dates, tests, findings, questions and the current status");
    Exchange sheet =
        Awaiting.something(
            PATIENCE,
            "the case did not appear",
            () -> {
              Exchange read = centre.get(path).expecting(200);
              return Optional.of(read).filter(it -> it.json().path("case").has("id"));
            });
    transcript.exchange(sheet, 200);
    String caseId = sheet.text("/case/id");

    transcript.step("The status is entered from there ([S14-3])");
    transcript.exchange(
        centre.send(
            Request.putJson(
                    "/api/v1/cases/" + caseId + "/status",
                    Map.of("status", "HOME_CARE", "reason", "自宅療養を開始（架空の例）"))
                .with("If-Match", sheet.text("/case/statusETag"))),
        200);

    transcript.step("保健所確認済");
    Exchange last = centre.get(path).expecting(200);
    Exchange confirmed =
        transcript.exchange(
            centre.send(Request.post(path).with("If-Match", last.header("ETag"))), 200);
    UnexpectedAnswer.unless(
        "CONFIRMED".equals(confirmed.text("/state")), "the notification is not confirmed");
    return caseId;
  }

  private static String theNotification(String id) {
    return "/api/v1/notifications/" + id;
  }
}
