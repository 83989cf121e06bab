package org.openhersys.identity.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;

/**
 * 組織の設定: what an organisation sets for itself.
 *
 * @param mailAddress null while there is none
 * @param samePersonMayConfirm [S14-2]; null where it means nothing, at anything but a health centre
 * @param version 0 until something was set
 */
public record OrganisationSettings(
    UUID organisationId,
    @Nullable String mailAddress,
    @Nullable Boolean samePersonMayConfirm,
    int version) {

  /** The entity tag. */
  String tag() {
    return ETags.strong("settings", organisationId, version);
  }

  /**
   * The 412 for somebody who had another version in hand.
   *
   * @param wanted what they should have become
   * @param changedBy the organisation that set the present ones, or null
   */
  ProblemException stale(OrganisationSettingsChange wanted, @Nullable String changedBy) {
    List<String> differences = new ArrayList<>();
    if (!Objects.equals(mailAddress, wanted.mailAddress())) {
      differences.add("/mailAddress");
    }
    if (!Objects.equals(samePersonMayConfirm, wanted.samePersonMayConfirm())) {
      differences.add("/samePersonMayConfirm");
    }
    return ProblemException.stale(tag(), changedBy, differences);
  }
}
