package org.openhersys.identity.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.organisation.InstitutionCode;
import org.openhersys.identity.organisation.MunicipalityCode;
import org.openhersys.identity.organisation.OrganisationKind;
import org.openhersys.identity.settings.MailAddress;

/** What is wrong with one row, whatever the others say. */
final class RowRules {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final int MOST_CHARACTERS = 200;

  private final Wanted wanted;
  private final Standing standing;
  private final List<Finding> findings = new ArrayList<>();

  private RowRules(Wanted wanted, Standing standing) {
    this.wanted = wanted;
    this.standing = standing;
  }

  static List<Finding> findings(Wanted wanted, Standing standing) {
    RowRules rules = new RowRules(wanted, standing);
    rules.code();
    rules.kind();
    rules.texts();
    rules.municipality();
    rules.jurisdiction();
    rules.mailAddress();
    rules.scope();
    return rules.findings;
  }

  private void code() {
    if (wanted.code() == null) {
      required(Column.CODE);
    } else if (!CODE.matcher(wanted.code()).matches()) {
      error(
          Column.CODE,
          "CODE_FORM",
          "組織コードは40文字以内の半角英数字と . _ - です",
          "A code has at most 40 letters, digits and . _ -");
    } else if (wanted.isOf(OrganisationKind.MEDICAL_INSTITUTION)
        && wanted.isNew()
        && !InstitutionCode.hasForm(wanted.code())) {
      error(
          Column.CODE,
          "INSTITUTION_CODE_FORM",
          "医療機関コードは10桁の数字です（ない場合は9と電話番号の下9桁）",
          "A medical institution has a code of ten digits (without one: 9 and the last nine of its phone)");
    }
  }

  private void kind() {
    String cell = wanted.row().code(Column.KIND);
    Standing.Known before = wanted.before();
    if (cell == null && wanted.kind() == null) {
      required(Column.KIND);
    } else if (wanted.kind() == null) {
      error(Column.KIND, "KIND_UNKNOWN", "組織種別が一覧にありません", "The kind is not in the list");
    } else if (before != null && wanted.kind() != before.kind()) {
      error(
          Column.KIND,
          "KIND_CHANGED",
          "登録済みの組織の種別は変えられません",
          "The kind of an organisation that is there does not change");
    }
  }

  private void texts() {
    if (wanted.name() == null) {
      required(Column.NAME);
    }
    text(Column.NAME, wanted.row().text(Column.NAME));
    text(Column.NAME_KANA, wanted.row().text(Column.NAME_KANA));
  }

  private void text(Column column, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
      error(column, "TEXT_TOO_LONG", "200文字までです", "At most 200 characters");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      error(column, "TEXT_UNREADABLE", "改行などの制御文字は使えません", "Holds a control character");
    }
  }

  private void municipality() {
    String code = wanted.row().code(Column.MUNICIPALITY_CODE);
    if (code != null) {
      municipality(Column.MUNICIPALITY_CODE, code);
    } else if (wanted.municipalityCode() == null
        && wanted.isOf(OrganisationKind.MEDICAL_INSTITUTION)) {
      required(Column.MUNICIPALITY_CODE);
    }
  }

  private void jurisdiction() {
    if (wanted.jurisdiction().isEmpty()) {
      return;
    }
    if (wanted.kind() != null && !wanted.isOf(OrganisationKind.HEALTH_CENTRE)) {
      error(
          Column.JURISDICTION,
          "JURISDICTION_NOT_OF_CENTRE",
          "所管区域を持つのは保健所だけです",
          "Only a health centre has a jurisdiction");
    }
    wanted.jurisdiction().forEach(code -> municipality(Column.JURISDICTION, code));
  }

  private void municipality(Column column, String code) {
    if (!MunicipalityCode.hasForm(code)) {
      error(column, "MUNICIPALITY_FORM", "市区町村コードは6桁の数字です", "A municipality code has six digits");
    } else if (!MunicipalityCode.checkDigitIsRight(code)) {
      error(
          column,
          "MUNICIPALITY_CHECK_DIGIT",
          "市区町村コード%sの検査数字が違います".formatted(code),
          "The check digit of the municipality code %s is wrong".formatted(code));
    }
  }

  private void mailAddress() {
    String address = wanted.row().code(Column.MAIL_ADDRESS);
    if (address != null && !MailAddress.hasForm(address)) {
      error(
          Column.MAIL_ADDRESS,
          "MAIL_ADDRESS_WRONG",
          "メールアドレスの形式が正しくありません",
          "This is no mail address");
    } else if (!standing.everything() && !wanted.isNew() && wanted.mailDiffers()) {
      error(
          Column.MAIL_ADDRESS,
          "MAIL_ADDRESS_OF_ANOTHER",
          "登録済みの医療機関のメールアドレスは、その医療機関の設定で変更してください",
          "The mail address of an institution that stands is changed in its own settings");
    }
  }

  // Where it stands and where it shall stand: nobody takes an institution out of another's area.
  private void scope() {
    if (standing.everything() || wanted.kind() == null) {
      return;
    }
    if (!wanted.isOf(OrganisationKind.MEDICAL_INSTITUTION)) {
      error(
          Column.KIND,
          "KIND_NOT_ALLOWED",
          "登録できるのは医療機関だけです",
          "You may import medical institutions only");
      return;
    }
    Standing.Known before = wanted.before();
    String from = before == null ? wanted.municipalityCode() : before.municipalityCode();
    if (isOutside(wanted.municipalityCode()) || isOutside(from)) {
      error(
          Column.MUNICIPALITY_CODE,
          "NOT_IN_AREA",
          "所管区域の外の医療機関です",
          "This institution is outside of your area");
    }
  }

  private boolean isOutside(@Nullable String municipality) {
    boolean unreadable =
        municipality != null
            && !(MunicipalityCode.hasForm(municipality)
                && MunicipalityCode.checkDigitIsRight(municipality));
    return !unreadable && municipality != null && !standing.reaches(municipality);
  }

  private void required(Column column) {
    error(column, "REQUIRED", "この項目は必須です", "This field is needed");
  }

  private void error(Column column, String code, String ja, String en) {
    findings.add(Finding.error(wanted.row().at(column), code, ja, en));
  }
}
