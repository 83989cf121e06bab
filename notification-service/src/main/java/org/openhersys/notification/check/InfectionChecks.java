package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.after;
import static org.openhersys.notification.check.Violations.at;
import static org.openhersys.notification.check.Violations.laterBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.Certainty;
import org.openhersys.notification.form.RouteKind;

/** When, how and where the infection was caught: items 15 and 18. */
final class InfectionChecks {
  private static final int LONGEST_INCUBATION_DAYS = 14;
  private static final Set<Certainty> SAYS_ONE_KNOWS =
      EnumSet.of(Certainty.CERTAIN, Certainty.ESTIMATED);

  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              7,
              "INFECTION_AFTER_ONSET",
              "感染したと推定される年月日が発病年月日より後です。",
              "The infection lies after the onset.",
              at("/infection/date", form -> after(infected(form), form.form().onsetDate()))),
          warning(
              7,
              "INFECTION_LONG_BEFORE_ONSET",
              "感染したと推定される年月日が発病年月日の14日より前です。",
              "The infection lies more than 14 days before the onset.",
              at(
                  "/infection/date",
                  form ->
                      laterBy(LONGEST_INCUBATION_DAYS, form.form().onsetDate(), infected(form)))),
          // Of the other routes the text names the source: it goes with every kind.
          warning(
              17,
              "OTHER_ROUTE_WITHOUT_TEXT",
              "感染経路が「その他」ですが、内容がありません。",
              "The route of infection is 'other', but not described.",
              at(
                  "/infection/route/text",
                  form -> form.route().kind() == RouteKind.OTHER && form.route().text() == null)),
          warning(
              26,
              "RETURN_BEFORE_DEPARTURE",
              "入国年月日が出国年月日より前です。",
              "The return to Japan lies before the departure.",
              at(
                  "/infection/place/returnDate",
                  form -> after(form.infectionPlace().departureDate(), returned(form)))),
          warning(
              26,
              "RETURN_AFTER_REPORT",
              "入国年月日が報告年月日より後です。",
              "The return to Japan lies after the report date.",
              at(
                  "/infection/place/returnDate",
                  form -> after(returned(form), form.form().reportDate()))),
          warning(
              26,
              "PLACE_CERTAIN_BUT_NOT_GIVEN",
              "感染地域が確定又は推定とされていますが、都道府県、市区町村又は国がありません。",
              "The place of infection is said to be certain or estimated, but it is not given.",
              at(
                  "/infection/place/certainty",
                  form ->
                      certainty(form) != null
                          && SAYS_ONE_KNOWS.contains(certainty(form))
                          && !form.infectionPlace().saysWhere())),
          warning(
              26,
              "PLACE_UNKNOWN_BUT_GIVEN",
              "感染地域が不明とされていますが、都道府県、市区町村又は国があります。",
              "The place of infection is said to be unknown, but it is given.",
              at(
                  "/infection/place/certainty",
                  form ->
                      certainty(form) == Certainty.UNKNOWN && form.infectionPlace().saysWhere())));

  private InfectionChecks() {}

  private static @Nullable LocalDate infected(Examination form) {
    return form.infection().date();
  }

  private static @Nullable LocalDate returned(Examination form) {
    return form.infectionPlace().returnDate();
  }

  private static @Nullable Certainty certainty(Examination form) {
    return form.infectionPlace().certainty();
  }
}
