package org.openhersys.notification.catalogue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.DeemedPositive;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.Majority;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.PlaceKind;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.RiskFactor;
import org.openhersys.notification.form.RouteKind;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.form.Symptom;
import org.openhersys.notification.form.Symptoms;

/** Whom an item of the form concerns. Of anybody else it is not asked. */
public enum AskedOf {
  EVERYBODY(form -> true),
  /** Whose name is not said to be unknown. */
  NAMED(form -> !Boolean.TRUE.equals(patient(form).nameUnknown())),
  /** Whose birth date is not said to be unknown. */
  DATED(form -> !Boolean.TRUE.equals(patient(form).birthDateUnknown())),
  /** 死体でない者. */
  LIVING(form -> form.diagnosisCategory() == null || !form.diagnosisCategory().isBody()),
  /** 死体. */
  BODY(form -> form.diagnosisCategory() != null && form.diagnosisCategory().isBody()),
  /** Whom a physician diagnosed by a test: everybody but みなし陽性. */
  TESTED(
      form ->
          !DeemedPositive.applies(
              form, Objects.requireNonNullElse(form.diagnosisDate(), LocalDate.MAX))),
  /** 疑似症患者. */
  SUSPECTED(form -> form.diagnosisCategory() == DiagnosisCategory.SUSPECTED),
  /** 症状のある者: a confirmed or suspected patient. */
  SYMPTOMATIC(
      form ->
          form.diagnosisCategory() == DiagnosisCategory.CONFIRMED
              || form.diagnosisCategory() == DiagnosisCategory.SUSPECTED),
  OTHER_SYMPTOM(
      form -> Objects.requireNonNullElse(form.symptoms(), Symptoms.UNKNOWN).include(Symptom.OTHER)),
  /** 未成年者, on the day of diagnosis; not while birth or diagnosis is undated. */
  MINOR(
      form -> {
        LocalDate birth = patient(form).birthDate();
        return birth != null
            && form.diagnosisDate() != null
            && Majority.isMinor(birth, form.diagnosisDate());
      }),
  FEMALE(form -> patient(form).sex() == Sex.FEMALE && LIVING.concerns(form)),
  /** 入院している者. */
  HOSPITALISED(
      form ->
          Boolean.TRUE.equals(
              Objects.requireNonNullElse(form.admission(), Admission.UNKNOWN).hospitalised())),
  OTHER_RISK(
      form -> Objects.requireNonNullElse(form.risk(), Risk.UNKNOWN).includes(RiskFactor.OTHER)),
  OTHER_ROUTE(form -> infection(form).routeOrUnknown().kind() == RouteKind.OTHER),
  INFECTED_IN_JAPAN(form -> infection(form).placeOrUnknown().kind() == PlaceKind.IN_JAPAN),
  INFECTED_ABROAD(form -> infection(form).placeOrUnknown().kind() == PlaceKind.ABROAD);

  private final Predicate<NotificationForm> concerned;

  AskedOf(Predicate<NotificationForm> concerned) {
    this.concerned = concerned;
  }

  /** Whether it concerns the person of this form, as far as the form says. */
  public boolean concerns(NotificationForm form) {
    return concerned.test(form);
  }

  private static Patient patient(NotificationForm form) {
    return Objects.requireNonNullElse(form.patient(), Patient.UNKNOWN);
  }

  private static Infection infection(NotificationForm form) {
    return Objects.requireNonNullElse(form.infection(), Infection.UNKNOWN);
  }
}
