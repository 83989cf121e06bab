package org.openhersys.tracking.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.casefile.Reason;

/**
 * 引継依頼の取消.
 *
 * @param reason or null
 */
public record HandoverCancellation(@Nullable String reason) {

  List<Finding> findings() {
    return reason == null ? List.of() : Reason.findings(reason);
  }
}
