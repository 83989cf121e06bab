package org.openhersys.notification.validation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.catalogue.FormCalendar;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.MissingItems;
import org.openhersys.notification.check.Verdict;
import org.openhersys.notification.duplicate.LookingForSamePerson;
import org.openhersys.notification.form.NotificationForm;

/**
 * 事前確認: what a submission would be told, without storing anything. It asks whether the person was
 * notified elsewhere; therefore it stands in the access log.
 */
@Singleton
public class ValidatingForm {
  private static final String OPERATION = "form.validate";

  private final CallerTransaction transaction;
  private final LookingForSamePerson samePerson;
  private final AccessLog accessLog;
  private final FormCalendar calendar;
  private final MissingItems missing;
  private final Clock clock;

  ValidatingForm(
      CallerTransaction transaction,
      LookingForSamePerson samePerson,
      AccessLog accessLog,
      FormCalendar calendar,
      MissingItems missing,
      Clock clock) {
    this.transaction = transaction;
    this.samePerson = samePerson;
    this.accessLog = accessLog;
    this.calendar = calendar;
    this.missing = missing;
    this.clock = clock;
  }

  /**
   * Says the same as a submission by the same caller would be told now.
   *
   * @throws ProblemException 401 when the session is over
   */
  Validated validate(Caller caller, Body<NotificationForm> body) {
    LocalDate today = Japan.day(clock.instant());
    FormVersion version = calendar.on(today);
    return transaction.inScope(
        caller,
        handle -> {
          Verdict checked = Verdict.ofSubmission(caller.role(), body, today, version);
          // Only of what could be submitted: who asks about a person has a notification to make.
          Verdict verdict =
              checked.isAcceptable()
                  ? checked.with(samePerson.look(handle, body.value(), today, null))
                  : checked;
          accessLog.record(handle, caller, OPERATION, List.of());
          return new Validated(version, verdict, missing.of(body.value(), version));
        });
  }
}
