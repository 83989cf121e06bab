package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.atLocalities;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.check.Examination.Locality;
import org.openhersys.notification.municipality.Municipalities;
import org.openhersys.notification.municipality.Municipality;
import org.openhersys.notification.municipality.MunicipalityCode;

/** The codes of prefectures and municipalities, of both addresses and of the place of infection. */
final class MunicipalityChecks {
  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              20,
              "PREFECTURE_UNKNOWN",
              "都道府県コードが正しくありません。",
              "There is no prefecture of this code.",
              atLocalities("/prefecture", MunicipalityChecks::isInUnknownPrefecture)),
          error(
              27,
              "MUNICIPALITY_CHECK_DIGIT",
              "市区町村コードは検査数字を含む6桁の数字です。入力に誤りがあります。",
              "A municipality code has six digits, the last a check digit. This one is wrong.",
              atLocalities(
                  "/municipalityCode",
                  place -> place.municipalityCode() != null && !isWellFormed(place))),
          error(
              27,
              "MUNICIPALITY_UNKNOWN",
              "この市区町村コードは存在しません。",
              "There is no municipality of this code.",
              atLocalities(
                  "/municipalityCode",
                  place -> isWellFormed(place) && municipality(place).isEmpty())),
          warning(
              27,
              "MUNICIPALITY_NOT_IN_FORCE",
              "この市区町村コードは当時有効ではありません。{}",
              "This municipality code was not in force on the day. {}",
              atLocalities("/municipalityCode", MunicipalityChecks::successorIfNotInForce)),
          warning(
              27,
              "MUNICIPALITY_OUTSIDE_PREFECTURE",
              "市区町村が都道府県と一致しません。",
              "The municipality does not lie in the prefecture.",
              atLocalities("/municipalityCode", MunicipalityChecks::isOutsidePrefecture)));

  private MunicipalityChecks() {}

  private static boolean isInUnknownPrefecture(Locality place) {
    return place.prefecture() != null && !Municipalities.isPrefecture(place.prefecture());
  }

  private static boolean isWellFormed(Locality place) {
    String code = place.municipalityCode();
    return code != null
        && MunicipalityCode.hasForm(code)
        && MunicipalityCode.checkDigitIsRight(code);
  }

  private static Optional<Municipality> municipality(Locality place) {
    return Optional.ofNullable(place.municipalityCode()).flatMap(Municipalities::of);
  }

  private static @Nullable String successorIfNotInForce(Examination form, Locality place) {
    return municipality(place)
        .filter(found -> !found.inForceOn(form.dayOfLaw()))
        .map(found -> Objects.requireNonNullElse(found.successor(), ""))
        .map(code -> code.isEmpty() ? "" : "→ " + code)
        .orElse(null);
  }

  private static boolean isOutsidePrefecture(Locality place) {
    String prefecture = place.prefecture();
    return prefecture != null
        && !isInUnknownPrefecture(place)
        && municipality(place).filter(found -> !found.code().startsWith(prefecture)).isPresent();
  }
}
