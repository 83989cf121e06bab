package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.at;
import static org.openhersys.notification.check.Violations.atAddresses;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.municipality.Municipalities;
import org.openhersys.notification.municipality.Municipality;
import org.openhersys.notification.municipality.MunicipalityCode;

/** Addresses, phone numbers, and フリガナ. */
final class AddressChecks {
  private static final Pattern POSTCODE = Pattern.compile("[0-9]{3}-?[0-9]{4}");
  private static final Pattern KATAKANA = Pattern.compile("[\\p{IsKatakana}ー・゛゜ｰﾞﾟ･\\s　]+");

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              20,
              "PREFECTURE_UNKNOWN",
              "都道府県コードが正しくありません。",
              "There is no prefecture of this code.",
              atAddresses("/prefecture", AddressChecks::isInUnknownPrefecture)),
          error(
              0,
              "POSTCODE_FORM",
              "郵便番号は数字7桁（ハイフン可）で入力してください。",
              "A postcode has seven digits, with or without a hyphen.",
              atAddresses(
                  "/postcode",
                  address ->
                      address.postcode() != null
                          && !POSTCODE.matcher(address.postcode()).matches())),
          error(
              27,
              "MUNICIPALITY_CHECK_DIGIT",
              "市区町村コードは検査数字を含む6桁の数字です。入力に誤りがあります。",
              "A municipality code has six digits, the last a check digit. This one is wrong.",
              atAddresses(
                  "/municipalityCode",
                  address -> address.municipalityCode() != null && !isWellFormed(address))),
          error(
              27,
              "MUNICIPALITY_UNKNOWN",
              "この市区町村コードは存在しません。",
              "There is no municipality of this code.",
              atAddresses(
                  "/municipalityCode",
                  address -> isWellFormed(address) && municipality(address).isEmpty())),
          warning(
              27,
              "MUNICIPALITY_NOT_IN_FORCE",
              "この市区町村コードは当時有効ではありません。{}",
              "This municipality code was not in force on the day. {}",
              atAddresses("/municipalityCode", AddressChecks::successorIfNotInForce)),
          warning(
              27,
              "MUNICIPALITY_OUTSIDE_PREFECTURE",
              "市区町村が都道府県と一致しません。",
              "The municipality does not lie in the prefecture.",
              atAddresses("/municipalityCode", AddressChecks::isOutsidePrefecture)),
          warning(
              28,
              "PHONE_LENGTH",
              "電話番号が10桁又は11桁ではありません。",
              "The phone number does not have 10 or 11 digits.",
              atAddresses(
                  "/phone", address -> address.phone() != null && !isPhone(address.phone()))),
          warning(
              28,
              "KANA_NOT_KATAKANA",
              "フリガナはカタカナで入力してください。",
              "フリガナ is written in katakana.",
              at("/patient/nameKana", form -> isNotKatakana(form.patient().nameKana()))));

  private AddressChecks() {}

  private static boolean isInUnknownPrefecture(Address address) {
    return address.prefecture() != null && !Municipalities.isPrefecture(address.prefecture());
  }

  private static boolean isWellFormed(Address address) {
    String code = address.municipalityCode();
    return code != null
        && MunicipalityCode.hasForm(code)
        && MunicipalityCode.checkDigitIsRight(code);
  }

  private static Optional<Municipality> municipality(Address address) {
    return Optional.ofNullable(address.municipalityCode()).flatMap(Municipalities::of);
  }

  private static String successorIfNotInForce(Examination form, Address address) {
    return municipality(address)
        .filter(place -> !place.inForceOn(form.dayOfLaw()))
        .map(place -> Objects.requireNonNullElse(place.successor(), ""))
        .map(code -> code.isEmpty() ? "" : "→ " + code)
        .orElse(null);
  }

  private static boolean isOutsidePrefecture(Address address) {
    return municipality(address).isPresent()
        && address.prefecture() != null
        && !isInUnknownPrefecture(address)
        && !address.municipalityCode().startsWith(address.prefecture());
  }

  private static boolean isPhone(String phone) {
    long digits = phone.codePoints().filter(Character::isDigit).count();
    return digits == 10 || digits == 11;
  }

  private static boolean isNotKatakana(String kana) {
    return kana != null && !KATAKANA.matcher(kana).matches();
  }
}
