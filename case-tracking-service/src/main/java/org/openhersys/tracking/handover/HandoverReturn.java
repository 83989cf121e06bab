package org.openhersys.tracking.handover;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.casefile.Reason;

/** 引継ぎの返還; the reason is needed. */
public record HandoverReturn(String reason) {

  List<Finding> findings() {
    return Reason.findings(reason);
  }
}
