package org.openhersys.notification.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.catalogue.FormVersions;
import org.openhersys.notification.check.Attestation;

/**
 * 報告, as it is asked for.
 *
 * @param attestedBy 内容を確認した医師: the physician who reports or, at a health centre, its own ([S12])
 */
public record DraftReport(@Nullable String attestedBy) {

  /** What is wrong with it. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Attestation.of(attestedBy).ifPresent(findings::add);
    int most = FormVersions.item("/attestedBy").keptAtMost();
    if (attestedBy != null && attestedBy.codePointCount(0, attestedBy.length()) > most) {
      findings.add(
          Finding.error(
              "/attestedBy",
              "TEXT_TOO_LONG",
              "文字数が上限（%d）を超えています。".formatted(most),
              "The text is longer than %d characters.".formatted(most)));
    }
    return findings;
  }
}
