package org.openhersys.notification.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.Abode;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Age;
import org.openhersys.notification.form.Certainty;
import org.openhersys.notification.form.DeemedPositive;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.DoseGiven;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.Majority;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.PlaceKind;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.RiskFactor;
import org.openhersys.notification.form.RouteKind;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.Symptom;
import org.openhersys.notification.form.Symptoms;
import org.openhersys.notification.form.Test;
import org.openhersys.notification.form.VaccineDose;

/** Whom an item of the form concerns. Of anybody else it is not asked. */
public enum AskedOf {
  EVERYBODY(form -> true),
  /** Everybody but a body whose name is said to be unknown. */
  NAMED(form -> !isBody(form) || !Boolean.TRUE.equals(patient(form).nameUnknown())),
  /** Everybody but a body whose birth date is said to be unknown. */
  DATED(form -> !hasUnknownBirth(form)),
  /** A body whose birth date is said to be unknown: its age is estimated. */
  UNDATED(AskedOf::hasUnknownBirth),
  /** 死体でない者. */
  LIVING(form -> !isBody(form)),
  /** 死体. */
  BODY(AskedOf::isBody),
  /** Whom a physician diagnosed by a test: everybody but みなし陽性. */
  TESTED((form, entry, dayOfLaw) -> !DeemedPositive.applies(form, dayOfLaw)),
  /** 疑似症患者. */
  SUSPECTED(form -> form.diagnosisCategory() == DiagnosisCategory.SUSPECTED),
  /** 症状のある者: a confirmed or suspected patient. */
  SYMPTOMATIC(
      form ->
          form.diagnosisCategory() == DiagnosisCategory.CONFIRMED
              || form.diagnosisCategory() == DiagnosisCategory.SUSPECTED),
  OTHER_SYMPTOM(
      form -> Objects.requireNonNullElse(form.symptoms(), Symptoms.UNKNOWN).include(Symptom.OTHER)),
  /** 未成年者, on the day of diagnosis or, while that is unknown, of report or sampling. */
  MINOR(
      form ->
          Optional.ofNullable(patient(form).birthDate())
              .filter(
                  birth ->
                      daysOfIllness(form)
                          .findFirst()
                          .filter(day -> Majority.isMinor(birth, day))
                          .isPresent())
              .isPresent()),
  /** Whose registered address (住所) is a place in Japan. */
  REGISTERED_AT_A_PLACE(form -> isPlace(form.registeredAddress())),
  /** Whose current location (所在地) is a place in Japan. */
  STAYING_AT_A_PLACE(form -> isPlace(form.currentLocation())),
  /** 妊娠し得る者: a living woman of 10 to 60 years, or of unknown age (as check 22). */
  PERHAPS_PREGNANT(
      form -> patient(form).sex() == Sex.FEMALE && !isBody(form) && isOfChildbearingAge(form)),
  /** 入院している者. */
  HOSPITALISED(
      form ->
          Boolean.TRUE.equals(
              Objects.requireNonNullElse(form.admission(), Admission.UNKNOWN).hospitalised())),
  OTHER_RISK(
      form -> Objects.requireNonNullElse(form.risk(), Risk.UNKNOWN).includes(RiskFactor.OTHER)),
  /** Whose route of infection is not said to be unknown. */
  OF_KNOWN_ROUTE(form -> infection(form).routeOrUnknown().certainty() != Certainty.UNKNOWN),
  OTHER_ROUTE(form -> infection(form).routeOrUnknown().kind() == RouteKind.OTHER),
  /** Whose place of infection is not said to be unknown. */
  OF_KNOWN_PLACE(form -> infection(form).placeOrUnknown().certainty() != Certainty.UNKNOWN),
  INFECTED_IN_JAPAN(form -> infection(form).placeOrUnknown().kind() == PlaceKind.IN_JAPAN),
  INFECTED_ABROAD(form -> infection(form).placeOrUnknown().kind() == PlaceKind.ABROAD),
  /** その他の検体: this test's specimen is another one. */
  OTHER_SPECIMEN(
      (form, entry, dayOfLaw) -> entry instanceof Test test && test.specimen() == Specimen.OTHER),
  /** 接種有: this dose was given. */
  GIVEN_DOSE(
      (form, entry, dayOfLaw) ->
          entry instanceof VaccineDose dose && dose.given() == DoseGiven.GIVEN);

  private static final int YOUNGEST_MOTHER = 10;
  private static final int OLDEST_MOTHER = 60;

  private final Concern concerned;

  AskedOf(Predicate<NotificationForm> concerned) {
    this((form, entry, dayOfLaw) -> concerned.test(form));
  }

  AskedOf(Concern concerned) {
    this.concerned = concerned;
  }

  /** Whether an item concerns the person of a form. */
  private interface Concern {
    boolean test(NotificationForm form, @Nullable Object entry, LocalDate dayOfLaw);
  }

  /** Whether it concerns the person of this form, as far as the form says. */
  public boolean concerns(NotificationForm form) {
    return concerns(form, null);
  }

  /**
   * The same of an item within a list.
   *
   * @param entry of the list that the item stands in; null where it stands in none
   */
  public boolean concerns(NotificationForm form, @Nullable Object entry) {
    return concerns(form, entry, Objects.requireNonNullElse(form.diagnosisDate(), LocalDate.MAX));
  }

  /**
   * The same by the law of a day.
   *
   * @param dayOfLaw of diagnosis or, while that is absent, today
   */
  public boolean concerns(NotificationForm form, @Nullable Object entry, LocalDate dayOfLaw) {
    return concerned.test(form, entry, dayOfLaw);
  }

  private static boolean isBody(NotificationForm form) {
    return form.diagnosisCategory() != null && form.diagnosisCategory().isBody();
  }

  private static boolean hasUnknownBirth(NotificationForm form) {
    return isBody(form) && Boolean.TRUE.equals(patient(form).birthDateUnknown());
  }

  private static boolean isPlace(@Nullable Address address) {
    return address == null || address.abode() == null || address.abode() == Abode.FIXED;
  }

  private static boolean isOfChildbearingAge(NotificationForm form) {
    LocalDate birth = patient(form).birthDate();
    return birth == null
        || daysOfIllness(form)
            .filter(day -> !day.isBefore(birth))
            .map(day -> Age.on(day, birth).years())
            .findFirst()
            .map(years -> years >= YOUNGEST_MOTHER && years <= OLDEST_MOTHER)
            .orElse(true);
  }

  private static Stream<LocalDate> daysOfIllness(NotificationForm form) {
    List<Test> tests = Objects.requireNonNullElse(form.tests(), List.of());
    return Stream.concat(
            Stream.of(form.diagnosisDate(), form.reportDate(), form.samplingDate()),
            tests.stream().filter(Objects::nonNull).map(Test::samplingDate))
        .filter(Objects::nonNull);
  }

  private static Patient patient(NotificationForm form) {
    return Objects.requireNonNullElse(form.patient(), Patient.UNKNOWN);
  }

  private static Infection infection(NotificationForm form) {
    return Objects.requireNonNullElse(form.infection(), Infection.UNKNOWN);
  }
}
