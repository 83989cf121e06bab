package org.openhersys.notification.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.FindingView;
import org.openhersys.notification.confirmation.ConfirmationDeed;
import org.openhersys.notification.confirmation.ConfirmationEntry;
import org.openhersys.notification.confirmation.ConfirmationState;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Disease;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.question.Question;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.NotificationFinding;
import org.openhersys.notification.submission.OrganisationReference;
import org.openhersys.notification.submission.Standing;
import org.openhersys.notification.submission.SubmissionDate;
import org.openhersys.notification.worklist.NotifiedPerson;

/**
 * 保健所確認の画面: what a centre looks at to confirm, on one screen ([S14-2], [S14-3]).
 *
 * @param notificationETag for what is changed of the notification: a supplement, a warning set
 *     aside
 * @param faxReceivedOn FAX受信日, where it came by fax; else null
 * @param faxId the fax, where the caller may see it; else null
 * @param changedAt since when it says something else than what was confirmed; null while it does
 *     not
 * @param confirmed the last 保健所確認, or null while there is none
 * @param mayNotBecause null where the caller may confirm
 * @param warnings what to look after; it blocks nothing
 * @param courseCase null where the caller does not see the case
 */
public record ConfirmationSheet(
    UUID id,
    UUID courseId,
    String smartphoneEntryId,
    Disease disease,
    DiagnosisCategory category,
    String formVersion,
    int revision,
    String notificationETag,
    Standing standing,
    NotifiedPerson patient,
    SheetDates dates,
    List<Test> tests,
    List<NotificationFinding> findings,
    List<SubmissionDate> submittedOn,
    @Nullable LocalDate faxReceivedOn,
    @Nullable UUID faxId,
    OrganisationReference sender,
    OrganisationReference receivingHealthCentre,
    Author enteredBy,
    Instant enteredAt,
    boolean enteredByReceivingHealthCentre,
    @Nullable String attestedBy,
    ConfirmationState state,
    @Nullable Instant changedAt,
    int version,
    @Nullable ConfirmationEntry confirmed,
    List<ConfirmationEntry> history,
    List<Question> questions,
    boolean samePersonMayConfirm,
    boolean mayConfirm,
    @Nullable ConfirmationObstacle mayNotBecause,
    List<FindingView> warnings,
    @JsonProperty("case") @Nullable SheetCase courseCase) {

  static ConfirmationSheet of(
      KeptSheet kept, Optional<ConfirmationObstacle> obstacle, Locale language) {
    NotificationForm.Judged form = kept.document().judged();
    return new ConfirmationSheet(
        kept.id(),
        kept.courseId(),
        kept.smartphoneEntryId(),
        kept.disease(),
        form.category(),
        kept.formVersion(),
        kept.revision(),
        kept.notificationTag(),
        kept.standing(),
        NotifiedPerson.of(form),
        SheetDates.of(kept.document()),
        Objects.requireNonNullElse(kept.document().tests(), List.of()),
        kept.findings().stream().map(finding -> finding.in(language)).toList(),
        kept.submittedOn(),
        kept.faxReceivedOn(),
        kept.faxId(),
        kept.sender(),
        kept.receivingHealthCentre(),
        kept.entering().author(),
        kept.enteredAt(),
        kept.entering().organisation().equals(kept.receivingHealthCentre().id()),
        kept.attestedBy(),
        kept.state(),
        kept.changedAt(),
        kept.version(),
        lastConfirmation(kept.history()),
        kept.history(),
        kept.questions(),
        kept.samePersonMayConfirm(),
        obstacle.isEmpty(),
        obstacle.orElse(null),
        SheetWarnings.of(kept).stream().map(finding -> finding.in(language)).toList(),
        kept.courseCase());
  }

  private static @Nullable ConfirmationEntry lastConfirmation(List<ConfirmationEntry> newestFirst) {
    return newestFirst.stream()
        .filter(entry -> entry.deed() == ConfirmationDeed.CONFIRM)
        .findFirst()
        .orElse(null);
  }
}
