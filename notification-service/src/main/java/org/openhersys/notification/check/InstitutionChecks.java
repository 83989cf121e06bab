package org.openhersys.notification.check;

import static org.openhersys.notification.check.LogicCheck.error;
import static org.openhersys.notification.check.LogicCheck.warning;
import static org.openhersys.notification.check.Violations.at;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * 医療機関コード: prefecture (2 digits), table (1 医科, 3 歯科), number (7) with a check digit by Luhn over
 * all ten. An institution without one has 9 and the last nine digits of its telephone number.
 */
final class InstitutionChecks {
  private static final Pattern FORM =
      Pattern.compile("(?:0[1-9]|[1-3][0-9]|4[0-7])[13][0-9]{7}|9[0-9]{9}");
  private static final String OF_A_PHONE = "9";

  static final List<LogicCheck> CHECKS =
      List.of(
          error(
              30,
              "INSTITUTION_CODE_FORM",
              "医療機関コードは10桁の数字（都道府県2桁、点数表1桁、7桁。ない場合は9と電話番号の下9桁）です。",
              "An institution code has ten digits: prefecture, table (1 or 3), number; without one 9 and the last nine digits of the phone.",
              atCode(code -> !FORM.matcher(code).matches())),
          warning(
              30,
              "INSTITUTION_CODE_CHECK_DIGIT",
              "医療機関コードの検査数字が正しくありません。",
              "The check digit of the institution code is wrong.",
              atCode(
                  code ->
                      FORM.matcher(code).matches()
                          && !code.startsWith(OF_A_PHONE)
                          && !checkDigitIsRight(code))));

  private InstitutionChecks() {}

  private static Violations atCode(Predicate<String> broken) {
    return at(
        "/institution/code",
        form -> form.institution().code() != null && broken.test(form.institution().code()));
  }

  private static boolean checkDigitIsRight(String tenDigits) {
    int sum = 0;
    for (int i = 0; i < tenDigits.length(); i++) {
      int digit = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
  }
}
