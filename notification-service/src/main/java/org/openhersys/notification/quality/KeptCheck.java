package org.openhersys.notification.quality;

import java.util.List;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.NotificationForm;

/**
 * What a notification is checked by, as far as the caller may know it.
 *
 * @param document without the person for NIID
 * @param missing JSON pointers
 */
record KeptCheck(
    QualityCheck check,
    int version,
    String formVersion,
    NotificationForm document,
    List<Finding> findings,
    List<String> missing,
    List<QualityEntry> history,
    List<QualityQuery> queries) {

  /** What is checked is this revision in this state. */
  String tag() {
    return ETags.strong("quality", check.revision(), version);
  }

  boolean isDue(QualityStep step) {
    return check.state() == step.due();
  }
}
