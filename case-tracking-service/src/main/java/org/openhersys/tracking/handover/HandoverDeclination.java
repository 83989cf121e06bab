package org.openhersys.tracking.handover;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.tracking.casefile.Reason;

/** 引継ぎの辞退; the reason is needed. */
public record HandoverDeclination(@Nullable String reason) {

  List<Finding> findings() {
    return Reason.findings(reason);
  }

  /** The reason, when nothing is wrong with it. */
  String judged() {
    return Objects.requireNonNull(reason);
  }
}
