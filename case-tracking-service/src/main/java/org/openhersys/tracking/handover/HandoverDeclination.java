package org.openhersys.tracking.handover;

import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.casefile.Reason;

/** 引継ぎの辞退; the reason is needed. */
public record HandoverDeclination(String reason) {

  List<Finding> findings() {
    return Reason.findings(reason);
  }
}
