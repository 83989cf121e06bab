package org.openhersys.notification.draft;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.catalogue.FormCalendar;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.MissingItems;
import org.openhersys.notification.check.Attestation;
import org.openhersys.notification.check.Examination;
import org.openhersys.notification.check.LogicChecks;
import org.openhersys.notification.check.TestsAtOnce;
import org.openhersys.notification.duplicate.AskingRate;
import org.openhersys.notification.duplicate.LookingForSamePerson;
import org.openhersys.notification.form.NotificationForm;

/** 下書きの確認: what a draft is told. Nothing of it keeps a draft from being kept ([S5], [S17]). */
@Singleton
class ExaminingDraft {
  /** What has no place in a form at all; a value that could not be read is one, too. */
  private static final Set<String> CANNOT_BE_KEPT =
      Set.of("TEXT_TOO_LONG", "TOO_MANY_ENTRIES", "ENTRY_NULL");

  private final CallerTransaction transaction;
  private final LookingForSamePerson samePerson;
  private final AskingRate rate;
  private final FormCalendar calendar;
  private final MissingItems missing;
  private final Clock clock;

  ExaminingDraft(
      CallerTransaction transaction,
      LookingForSamePerson samePerson,
      AskingRate rate,
      FormCalendar calendar,
      MissingItems missing,
      Clock clock) {
    this.transaction = transaction;
    this.samePerson = samePerson;
    this.rate = rate;
    this.calendar = calendar;
    this.missing = missing;
    this.clock = clock;
  }

  /**
   * What a report today would be told, also that nobody attests it yet. Whether the person was
   * notified elsewhere is asked of an open draft that could be reported, around today, and as often
   * as validations may ask; the caller has come by the draft, which stands in the access log.
   */
  DraftTold tell(Caller caller, KeptDraft draft) {
    NotificationForm form = draft.document();
    LocalDate today = Japan.day(clock.instant());
    FormVersion version = calendar.on(today);
    List<Finding> findings = new ArrayList<>(examine(form, today, version));
    Attestation.of(form.attestedBy()).ifPresent(findings::add);
    DraftTold told = new DraftTold(version.label(), findings, missing.of(form, version));
    if (draft.state() == DraftState.OPEN && told.isReportable()) {
      transaction.inScope(caller, handle -> alike(handle, form, today)).ifPresent(findings::add);
    }
    return told;
  }

  private Optional<Finding> alike(Handle handle, NotificationForm form, LocalDate today) {
    return rate.allows(handle) ? samePerson.ask(handle, form, today, null) : Optional.empty();
  }

  /**
   * The form, if all of it can be kept as it was typed.
   *
   * @throws ProblemException 422 with every value that is unreadable or has no room
   */
  NotificationForm requireKeepable(Body<NotificationForm> typed) {
    LocalDate today = Japan.day(clock.instant());
    List<Finding> refused =
        Stream.concat(
                typed.findings().stream(),
                examine(typed.value(), today, calendar.on(today)).stream()
                    .filter(finding -> CANNOT_BE_KEPT.contains(finding.code())))
            .toList();
    if (!refused.isEmpty()) {
      throw ProblemException.invalidContent(refused);
    }
    return typed.value();
  }

  private static List<Finding> examine(
      NotificationForm form, LocalDate today, FormVersion version) {
    return Stream.concat(
            LogicChecks.examine(new Examination(form, today, version), List.of()).stream(),
            TestsAtOnce.ofSubmission(form).stream())
        .toList();
  }
}
