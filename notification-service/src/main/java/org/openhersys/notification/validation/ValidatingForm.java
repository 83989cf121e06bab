package org.openhersys.notification.validation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.catalogue.FormCalendar;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.catalogue.MissingItems;
import org.openhersys.notification.check.SamePatient;
import org.openhersys.notification.check.Verdict;
import org.openhersys.notification.confirmation.Confirmations;
import org.openhersys.notification.duplicate.AskingRate;
import org.openhersys.notification.duplicate.LookingForSamePerson;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.revision.ExaminingSupplement;
import org.openhersys.notification.submission.KeptNotification;
import org.openhersys.notification.submission.NotificationStore;

/**
 * 事前確認: what a submission, a 追加登録 or a supplement would be told, without storing anything. It asks
 * whether the person was notified elsewhere; therefore it stands in the access log, is asked around
 * today only, and not without end.
 */
@Singleton
public class ValidatingForm {
  private static final String OPERATION = "form.validate";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final NotificationStore notifications;
  private final ExaminingSupplement examining;
  private final LookingForSamePerson samePerson;
  private final AskingRate rate;
  private final FormCalendar calendar;
  private final MissingItems missing;
  private final Clock clock;

  ValidatingForm(
      AccountedAccess access,
      Confirmations confirmations,
      NotificationStore notifications,
      ExaminingSupplement examining,
      LookingForSamePerson samePerson,
      AskingRate rate,
      FormCalendar calendar,
      MissingItems missing,
      Clock clock) {
    this.access = access;
    this.confirmations = confirmations;
    this.notifications = notifications;
    this.examining = examining;
    this.samePerson = samePerson;
    this.rate = rate;
    this.calendar = calendar;
    this.missing = missing;
    this.clock = clock;
  }

  /**
   * Says the same as the same caller would be told now; of likely duplicates those around today.
   *
   * @throws ProblemException 401 when the session is over; 429 after too many; of what it is to
   *     follow 404 unseen, 403 only read, 409 withdrawn or not the current one
   */
  Validated validate(Caller caller, Following following, Body<NotificationForm> body) {
    LocalDate today = Japan.day(clock.instant());
    UUID former = following.succeeds() == null ? following.supplements() : following.succeeds();
    return access.attempt(
        caller,
        OPERATION,
        Stream.ofNullable(former).toList(),
        handle -> {
          rate.require(handle);
          if (former == null) {
            access.record(handle, caller, OPERATION, List.of());
            return submission(handle, caller, body, today, null);
          }
          KeptNotification present = held(handle, former);
          access.record(handle, caller, OPERATION, List.of(former, present.courseId()));
          return following.succeeds() == null
              ? supplement(handle, caller, body, today, present)
              : submission(handle, caller, body, today, present);
        });
  }

  private KeptNotification held(Handle handle, UUID former) {
    confirmations.holdToChange(handle, former).requireCurrent();
    return notifications.find(handle, former).orElseThrow(ProblemException::notFound);
  }

  /**
   * As a notification of its own.
   *
   * @param former to which it is to be a 追加登録; null for a first notification
   */
  private Validated submission(
      Handle handle,
      Caller caller,
      Body<NotificationForm> body,
      LocalDate today,
      @Nullable KeptNotification former) {
    FormVersion version = calendar.on(today);
    Verdict checked = Verdict.ofSubmission(caller.role(), body, today, version);
    List<Finding> beyond =
        former == null ? List.of() : SamePatient.findings(former.document(), body.value());
    UUID course = former == null ? null : former.courseId();
    return validated(
        version, body, checked.with(alike(handle, checked, body, today, course)).with(beyond));
  }

  private Validated supplement(
      Handle handle,
      Caller caller,
      Body<NotificationForm> body,
      LocalDate today,
      KeptNotification present) {
    Verdict checked =
        new Verdict(
            examining.examine(
                handle, caller, present, body, body.value().attestedBy(), today, Optional.empty()));
    return validated(
        FormVersions.kept(present.formVersion()),
        body,
        checked.with(alike(handle, checked, body, today, present.courseId())));
  }

  /** Only of what could be sent: who asks about a person has a notification to make. */
  private Optional<Finding> alike(
      Handle handle,
      Verdict checked,
      Body<NotificationForm> body,
      LocalDate today,
      @Nullable UUID course) {
    return checked.isAcceptable()
        ? samePerson.ask(handle, body.value(), today, course)
        : Optional.empty();
  }

  private Validated validated(FormVersion version, Body<NotificationForm> body, Verdict verdict) {
    return new Validated(version, verdict, missing.of(body.value(), version));
  }
}
