package org.openhersys.notification.draft;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.catalogue.FormCalendar;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.MissingItems;
import org.openhersys.notification.check.Examination;
import org.openhersys.notification.check.LogicChecks;
import org.openhersys.notification.check.TestsAtOnce;
import org.openhersys.notification.form.NotificationForm;

/** 下書きの確認: what a draft is told. Nothing of it keeps a draft from being kept ([S5], [S17]). */
@Singleton
class ExaminingDraft {
  /** What has no place in a form at all; a value that could not be read is one, too. */
  private static final Set<String> CANNOT_BE_KEPT =
      Set.of("TEXT_TOO_LONG", "TOO_MANY_ENTRIES", "ENTRY_NULL");

  private final FormCalendar calendar;
  private final MissingItems missing;
  private final Clock clock;

  ExaminingDraft(FormCalendar calendar, MissingItems missing, Clock clock) {
    this.calendar = calendar;
    this.missing = missing;
    this.clock = clock;
  }

  /** What a report today would be told. */
  DraftTold tell(NotificationForm form) {
    LocalDate today = Japan.day(clock.instant());
    FormVersion version = calendar.on(today);
    return new DraftTold(version.label(), examine(form, today, version), missing.of(form, version));
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
