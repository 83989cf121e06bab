package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.List;
import org.openhersys.notification.form.Abode;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.Admission;
import org.openhersys.notification.form.Assessment;
import org.openhersys.notification.form.Certainty;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.DoseGiven;
import org.openhersys.notification.form.Guardian;
import org.openhersys.notification.form.IllnessSeverity;
import org.openhersys.notification.form.Infection;
import org.openhersys.notification.form.InfectionPlace;
import org.openhersys.notification.form.InfectionRoute;
import org.openhersys.notification.form.Institution;
import org.openhersys.notification.form.Patient;
import org.openhersys.notification.form.PlaceKind;
import org.openhersys.notification.form.Programme;
import org.openhersys.notification.form.Risk;
import org.openhersys.notification.form.RiskFactor;
import org.openhersys.notification.form.RouteKind;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Symptom;
import org.openhersys.notification.form.Symptoms;
import org.openhersys.notification.form.VaccineDose;

/** Fills in every item of a form without fault. */
final class WholeForm {
  private static final LocalDate MANY_VACCINATED = LocalDate.of(2021, 6, 1);
  private static final List<InfectionRoute> ROUTES =
      List.of(
          new InfectionRoute(RouteKind.DROPLET, Certainty.CERTAIN, "架空の会食"),
          new InfectionRoute(RouteKind.OTHER, Certainty.ESTIMATED, "架空の経路"),
          new InfectionRoute(null, Certainty.UNKNOWN, null));

  private WholeForm() {}

  /**
   * @param kind which route and place of infection, 0 to 2
   */
  static SampleForm fill(SampleForm form, int kind) {
    LocalDate day = form.diagnosisDate;
    boolean carrier = form.category == DiagnosisCategory.ASYMPTOMATIC_CARRIER;
    long days = form.patient.birthDate().datesUntil(day).count();
    Patient named = form.patient;
    form.patient =
        new Patient(
            named.name(),
            null,
            named.nameKana(),
            named.sex(),
            named.birthDate(),
            null,
            named.ageAtDiagnosis(),
            "架空の職業");
    form.institution = new Institution("0110113719", "架空病院", "札幌市架空1-1", "011-000-0000");
    form.registeredAddress =
        new Address(Abode.FIXED, "01", "011002", "0600000", "札幌市架空1-2", "090-0000-0000");
    form.guardian = new Guardian("架空 保護", "札幌市架空1-2", "090-0000-0001");
    form.symptoms =
        carrier
            ? new Symptoms(List.of(Symptom.NONE), null, 98)
            : new Symptoms(List.of(Symptom.FEVER, Symptom.OTHER), "架空の症状", 96);
    form.samplingDate = day.minusDays(1);
    form.firstVisitDate = day.minusDays(1);
    form.infection = new Infection(day.minusDays(6), ROUTES.get(kind), place(day, kind));
    form.deathDateEstimated = form.category.isBody() ? true : null;
    form.vaccinations =
        day.isAfter(MANY_VACCINATED) && days > 120
            ? List.of(dose(2, day.minusDays(70)), dose(1, day.minusDays(100)))
            : List.of(new VaccineDose(1, DoseGiven.NOT_GIVEN, null, null, null, null));
    form.admission = new Admission(true, day.minusDays(1), true);
    form.risk =
        new Risk(List.of(RiskFactor.DIABETES, RiskFactor.OTHER), "架空の因子", false, isOfAge(days));
    form.assessment =
        new Assessment(
            IllnessSeverity.MILD,
            true,
            false,
            form.category == DiagnosisCategory.SUSPECTED ? true : null,
            false);
    form.programmes = List.of(Programme.PREGNANT_WOMEN_SUPPORT);
    form.freeText = "架空の記載";
    return form;
  }

  private static boolean isOfAge(long days) {
    return days > 20 * 366 && days < 50 * 365;
  }

  private static VaccineDose dose(int number, LocalDate day) {
    return new VaccineDose(number, DoseGiven.GIVEN, null, "架空のワクチン", "架空製薬", day);
  }

  private static InfectionPlace place(LocalDate day, int kind) {
    return List.of(
            new InfectionPlace(
                PlaceKind.IN_JAPAN, Certainty.ESTIMATED, "01", "011002", null, null, null),
            new InfectionPlace(
                PlaceKind.ABROAD,
                Certainty.CERTAIN,
                null,
                null,
                "架空国",
                day.minusDays(20),
                day.minusDays(6)),
            new InfectionPlace(null, Certainty.UNKNOWN, null, null, null, null, null))
        .get(kind);
  }
}
