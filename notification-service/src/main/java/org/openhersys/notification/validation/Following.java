package org.openhersys.notification.validation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.json.QueryId;
import org.openhersys.api.problem.ProblemException;

/**
 * What a form that is validated is to become, where that is no first notification.
 *
 * @param succeeds the notification to which it is to be a 追加登録; or null
 * @param supplements the notification of which it is to be the next revision; or null
 */
record Following(@Nullable UUID succeeds, @Nullable UUID supplements) {

  /**
   * As the parameters say it; both may be null.
   *
   * @throws ProblemException 422 where one is no id, or both are given
   */
  static Following parse(@Nullable String succeeds, @Nullable String supplements) {
    Following following =
        new Following(
            QueryId.parse("succeeds", succeeds), QueryId.parse("supplements", supplements));
    if (following.succeeds != null && following.supplements != null) {
      throw ProblemException.invalidContent(
          "",
          "PARAMETERS_EXCLUDE",
          "succeedsとsupplementsは同時に指定できません",
          "succeeds and supplements exclude one another");
    }
    return following;
  }
}
