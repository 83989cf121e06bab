package org.openhersys.identity.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.identity.organisation.OrganisationKind;

/** 組織の設定の変更: the whole settings. */
public record OrganisationSettingsChange(
    @Nullable String mailAddress, @Nullable Boolean samePersonMayConfirm) {

  /**
   * What is wrong with it for that kind of organisation: only a health centre confirms ([S14-2]).
   */
  List<Finding> findings(OrganisationKind kind) {
    List<Finding> findings = new ArrayList<>();
    boolean confirms = kind == OrganisationKind.HEALTH_CENTRE;
    if (mailAddress != null && !MailAddress.hasForm(mailAddress)) {
      findings.add(
          Finding.error(
              "/mailAddress",
              "MAIL_ADDRESS_WRONG",
              "メールアドレスの形式が正しくありません",
              "This is no mail address"));
    }
    if (confirms && samePersonMayConfirm == null) {
      findings.add(
          Finding.error("/samePersonMayConfirm", "REQUIRED", "この項目は必須です", "This field is needed"));
    }
    if (!confirms && samePersonMayConfirm != null) {
      findings.add(
          Finding.error(
              "/samePersonMayConfirm",
              "ONLY_FOR_HEALTH_CENTRES",
              "この項目は保健所だけが設定できます",
              "Only a health centre sets this"));
    }
    return findings;
  }
}
