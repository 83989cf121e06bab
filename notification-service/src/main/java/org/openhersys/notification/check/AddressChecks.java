package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.at;
import static org.openhersys.notification.check.Violations.atAddresses;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.check.Violations.Place;
import org.openhersys.notification.form.Abode;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.municipality.Municipalities;
import org.openhersys.notification.municipality.Municipality;
import org.openhersys.notification.municipality.Postcodes;

/** Postcodes, phone numbers, and フリガナ; of an address overseas none of it is looked at. */
final class AddressChecks {
  private static final Pattern POSTCODE = Pattern.compile("[0-9]{3}-?[0-9]{4}");

  /**
   * Full and half width; voicing marks that combine (U+3099, U+309A), stand alone, or are part of
   * it.
   */
  private static final Pattern KATAKANA =
      Pattern.compile("[\\p{IsKatakana}ー・゠゛゜\\u3099\\u309Aｰﾞﾟ･\\s　]+");

  static final List<LogicCheck> CHECKS =
      List.of(
          warning(
              27,
              "POSTCODE_FORM",
              "郵便番号は数字7桁（ハイフン可）で入力してください。",
              "A postcode has seven digits, with or without a hyphen.",
              atAddresses(
                  "/postcode",
                  address ->
                      isInJapan(address) && address.postcode() != null && digits(address) == null)),
          warning(
              27,
              "OVERSEAS_WITH_MUNICIPALITY",
              "住所が海外とされていますが、市区町村があります。",
              "The address is said to be overseas, but a municipality is given.",
              atAddresses(
                  "/abode", address -> !isInJapan(address) && address.municipalityCode() != null)),
          warning(
              27,
              "POSTCODE_ELSEWHERE",
              "郵便番号が市区町村と一致しません。",
              "The postcode belongs to another municipality.",
              atAddresses("/postcode", AddressChecks::isPostcodeElsewhere)),
          warning(
              28,
              "PHONE_LENGTH",
              "電話番号が10桁又は11桁ではありません。",
              "The phone number does not have 10 or 11 digits.",
              form ->
                  phones(form)
                      .filter(phone -> phone.number() != null && !isPhone(phone.number()))
                      .map(phone -> new Place(phone.pointer()))),
          warning(
              28,
              "KANA_NOT_KATAKANA",
              "フリガナはカタカナで入力してください。",
              "フリガナ is written in katakana.",
              at("/patient/nameKana", form -> isNotKatakana(form.patient().nameKana()))));

  private AddressChecks() {}

  /** A phone number, as written, and where it stands; null where none is. */
  private record Phone(String pointer, @Nullable String number) {}

  private static Stream<Phone> phones(Examination form) {
    return Stream.of(
        new Phone("/institution/phone", form.institution().phone()),
        new Phone("/registeredAddress/phone", phoneInJapan(form.registeredAddress())),
        new Phone("/currentLocation/phone", phoneInJapan(form.currentLocation())),
        new Phone("/guardian/phone", form.guardian().phone()));
  }

  private static @Nullable String phoneInJapan(Address address) {
    return isInJapan(address) ? address.phone() : null;
  }

  private static boolean isInJapan(Address address) {
    return address.abode() != Abode.OVERSEAS;
  }

  /** The postcode without its hyphen; null where it is none. */
  private static @Nullable String digits(Address address) {
    return address.postcode() != null && POSTCODE.matcher(address.postcode()).matches()
        ? address.postcode().replace("-", "")
        : null;
  }

  /** Only where both are known: businesses have postcodes of their own that no list resolves. */
  private static boolean isPostcodeElsewhere(Address address) {
    String digits = digits(address);
    List<Municipality> places = digits == null ? List.of() : Postcodes.places(digits);
    return !places.isEmpty()
        && Optional.ofNullable(address.municipalityCode())
            .flatMap(Municipalities::of)
            .filter(given -> places.stream().noneMatch(given::meets))
            .isPresent();
  }

  private static boolean isPhone(String phone) {
    long digits = phone.codePoints().filter(Character::isDigit).count();
    return digits == 10 || digits == 11;
  }

  private static boolean isNotKatakana(@Nullable String kana) {
    return kana != null && !KATAKANA.matcher(kana).matches();
  }
}
